/**
 * A page as the vendor's is made, with nothing of its text: a head over two lines, a cell over two columns, cells over two rows, two ports in a cell, a cell left empty.
 */
export const FAQ_PAGE = `
.. _page:

.. _page__t1:

.. table:: **Table 1** Made up

   +---------------+----------------------------------------+------------------------------+-------------------------------+
   | What          | Packets                                | Modification Suggestion      | Impact After Modification     |
   +---------------+---------------+------------------------+                              |                               |
   | Direction     | Port          | Default Source Address |                              |                               |
   +===============+===============+========================+==============================+===============================+
   | Inbound rules | TCP port 53   | VPC CIDR block         | Modification not recommended | It can interrupt the cluster. |
   |               |               |                        |                              |                               |
   |               | UDP port 53   |                        |                              |                               |
   |               +---------------+------------------------+------------------------------+-------------------------------+
   |               | All           | Worker node security   | **Modification recommended** | Only from the CIDR blocks of  |
   |               |               | group                  |                              | the VPC and container.        |
   |               |               +------------------------+                              |                               |
   |               |               | All IP addresses       |                              |                               |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+
   | Outbound rule | TCP port      | VPC CIDR block         | Modification made if         | See                           |
   |               | range: 1 to 9 |                        | necessary                    | :ref:\`there <page__rest>\`.    |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+
   |               |               | Container CIDR block   |                              |                               |
   +---------------+---------------+------------------------+------------------------------+-------------------------------+

.. _page__rest:

.. table:: **Table 2** Minimum of outbound rules

   +---------------+------------------+
   | Port          | Allowed CIDR     |
   +===============+==================+
   | All UDP ports | 198.19.128.0/17  |
   +---------------+------------------+
`;
