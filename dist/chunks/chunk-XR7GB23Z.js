import {
  must
} from "./chunk-CAOBLGU6.js";

// src/model/row.ts
function row(id, access, words) {
  return { id, ...access, ...words };
}
function table(number, { suggestion = "not-recommended", ...head }, rows) {
  const counted = rows.map((one, at) => ({ suggestion, ...one, table: number, number: at + 1 }));
  return { table: number, ...head, rows: counted };
}
function ingress(packets, peer) {
  return { direction: "ingress", ...packets, peer };
}
function egress(packets, peer) {
  return { direction: "egress", ...packets, peer };
}
var ALL = { protocol: "all", ports: "all" };
var ICMP = { protocol: "icmp", ports: "all" };
function tcp(from, to = from) {
  return { protocol: "tcp", ports: portRange(from, to) };
}
function udp(from, to = from) {
  return { protocol: "udp", ports: portRange(from, to) };
}
function nodePorts(protocol) {
  return { protocol, ports: { from: 3e4, to: 32767 }, isNodePorts: true };
}
function portRange(from, to) {
  return from === void 0 || to === void 0 ? "all" : { from, to };
}
function keep(...ranges) {
  return { kind: "ranges", keep: ranges };
}
var TABLE_8 = { kind: "table", table: 8 };
var NO_FLOOR = { kind: "none" };

// src/model/table-1.ts
var table1 = table(
  1,
  {
    role: "node",
    networkModel: "vpc-router",
    title: "Worker nodes, VPC network",
    anchor: "cce_faq_00265__table171121082412"
  },
  [
    row("T1.1", ingress(udp(), "vpc-cidr"), {
      thing: "UDP",
      purpose: "Masters, other nodes and hosts of the VPC send UDP to nodes and to the pods on them.",
      impact: "UDP from masters and from hosts of the VPC does not arrive"
    }),
    row("T1.2", ingress(tcp(), "vpc-cidr"), {
      thing: "TCP",
      purpose: "Masters call kubelet and webhook pods; other hosts of the VPC reach nodes and pods over TCP.",
      impact: "masters cannot reach kubelet and webhook pods: exec, logs and admission fail",
      impactOf: {
        ...tcp(10250),
        peer: "master-node-cidr",
        otherwise: "TCP from masters or from other hosts of the VPC does not arrive"
      },
      note: "The page has no row for kubelet (TCP 10250) in this network model: it lies in this one."
    }),
    row("T1.3", ingress(ICMP, "control-group"), {
      isLookedForBeforeUpgrade: true,
      thing: "ICMP",
      purpose: "Masters ping nodes; the check before a cluster upgrade looks for this rule.",
      impact: "masters cannot ping nodes, and the check before an upgrade fails",
      note: "ICMP has no ports: read as every type and code. The page asks for this row only in the VPC network model."
    }),
    row("T1.4", ingress(nodePorts("tcp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over TCP.",
      impact: "TCP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them."
    }),
    row("T1.5", ingress(nodePorts("udp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over UDP.",
      impact: "UDP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them."
    }),
    row("T1.6", ingress(ALL, "container-cidr"), {
      thing: "traffic",
      purpose: "Pods reach nodes, and through them pods on other nodes, with their own addresses.",
      impact: "pods cannot reach nodes and the pods on other nodes"
    }),
    row("T1.7", ingress(ALL, "node-group"), {
      thing: "traffic",
      purpose: "Worker nodes talk to each other on every port.",
      impact: "worker nodes cannot reach each other",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T1.8", ingress(tcp(22), "any"), {
      suggestion: "recommended",
      floor: NO_FLOOR,
      thing: "SSH",
      purpose: "Administrators log in to nodes.",
      impact: "nobody can log in to nodes over SSH",
      note: "The page advises fixed addresses and names none that must stay: any narrowing is fine."
    }),
    row("T1.9", egress(ALL, "any"), {
      suggestion: "if-necessary",
      floor: TABLE_8,
      thing: "outgoing traffic",
      purpose: "Nodes open connections to masters, DNS, registries, storage and whatever their pods call.",
      impact: "nodes reach only what other egress rules name: image pulls and outside services may fail"
    })
  ]
);

// src/model/table-2.ts
var table2 = table(
  2,
  {
    role: "control",
    networkModel: "vpc-router",
    title: "Master nodes, VPC network",
    anchor: "cce_faq_00265__table16149351122118"
  },
  [
    row("T2.1", ingress(tcp(5444), "vpc-cidr"), {
      thing: "kube-apiserver",
      purpose: "Nodes and other hosts of the VPC reach kube-apiserver on its own port.",
      impact: "nodes and hosts of the VPC cannot reach kube-apiserver on 5444"
    }),
    row("T2.2", ingress(tcp(5444), "container-cidr"), {
      thing: "kube-apiserver",
      purpose: "Pods call the Kubernetes API: CoreDNS, controllers, operators.",
      impact: "CoreDNS, controllers and operators in pods cannot reach the Kubernetes API"
    }),
    row("T2.3", ingress(tcp(9443), "vpc-cidr"), {
      thing: "the network add-on",
      purpose: "The network add-on on each node calls its server on the masters.",
      impact: "the network add-on cannot reach the masters: new pods get no network"
    }),
    row("T2.4", ingress(tcp(5443), "any"), {
      suggestion: "recommended",
      floor: keep("vpc-cidr", "service-mesh-cidrs", "container-cidr"),
      thing: "the API server",
      purpose: "kubectl, nodes and a hosted service mesh reach the API server through HAProxy.",
      impact: "kubectl and nodes cannot reach the API server",
      note: "The page gives no addresses for the mesh's control plane: the configuration names them."
    }),
    row("T2.5", ingress(tcp(8445), "vpc-cidr"), {
      thing: "the storage add-on",
      purpose: "The storage add-on on each node calls its server on the masters.",
      impact: "the storage add-on cannot reach the masters: volumes cannot be attached or mounted"
    }),
    row("T2.6", ingress(ALL, "control-group"), {
      thing: "traffic",
      purpose: "Masters talk to each other: etcd, leader election, API backends.",
      impact: "masters cannot reach each other: the control plane may stop",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T2.7", egress(ALL, "any"), {
      thing: "outgoing traffic",
      purpose: "Masters open connections to kubelets, webhook pods and services of the cloud.",
      impact: "masters cannot call kubelets, webhooks and services of the cloud"
    })
  ]
);

// src/model/table-3.ts
var table3 = table(
  3,
  {
    role: "node",
    networkModel: "overlay_l2",
    title: "Worker nodes, tunnel network",
    anchor: "cce_faq_00265__table07551928134215"
  },
  [
    row("T3.1", ingress(udp(4789), "any"), {
      thing: "VXLAN",
      purpose: "VXLAN carries the traffic of pods from node to node.",
      impact: "pods on different nodes cannot talk to each other"
    }),
    row("T3.2", ingress(tcp(10250), "master-node-cidr"), {
      thing: "kubelet",
      purpose: "Masters call kubelet: exec, logs, port-forward.",
      impact: "masters cannot reach kubelet: exec, logs and port-forward fail",
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC."
    }),
    row("T3.3", ingress(nodePorts("tcp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over TCP.",
      impact: "TCP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them."
    }),
    row("T3.4", ingress(nodePorts("udp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over UDP.",
      impact: "UDP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them."
    }),
    row("T3.5", ingress(tcp(22), "any"), {
      suggestion: "recommended",
      floor: NO_FLOOR,
      thing: "SSH",
      purpose: "Administrators log in to nodes.",
      impact: "nobody can log in to nodes over SSH",
      note: "The page advises fixed addresses and names none that must stay: any narrowing is fine."
    }),
    row("T3.6", ingress(ALL, "node-group"), {
      thing: "traffic",
      purpose: "Worker nodes talk to each other on every port.",
      impact: "worker nodes cannot reach each other",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T3.7", egress(ALL, "any"), {
      suggestion: "if-necessary",
      floor: TABLE_8,
      thing: "outgoing traffic",
      purpose: "Nodes open connections to masters, DNS, registries, storage and whatever their pods call.",
      impact: "nodes reach only what other egress rules name: image pulls and outside services may fail"
    })
  ]
);

// src/model/table-4.ts
var table4 = table(
  4,
  {
    role: "control",
    networkModel: "overlay_l2",
    title: "Master nodes, tunnel network",
    anchor: "cce_faq_00265__table657323917482"
  },
  [
    row("T4.1", ingress(udp(4789), "any"), {
      thing: "VXLAN",
      purpose: "Masters take part in the VXLAN overlay, so that they and pods reach each other.",
      impact: "masters are not in the overlay: webhooks and API extensions in pods time out"
    }),
    row("T4.2", ingress(tcp(5444), "vpc-cidr"), {
      thing: "kube-apiserver",
      purpose: "Nodes and other hosts of the VPC reach kube-apiserver on its own port.",
      impact: "nodes and hosts of the VPC cannot reach kube-apiserver on 5444"
    }),
    row("T4.3", ingress(tcp(5444), "container-cidr"), {
      thing: "kube-apiserver",
      purpose: "Pods call the Kubernetes API: CoreDNS, controllers, operators.",
      impact: "CoreDNS, controllers and operators in pods cannot reach the Kubernetes API"
    }),
    row("T4.4", ingress(tcp(9443), "vpc-cidr"), {
      thing: "the network add-on",
      purpose: "The network add-on on each node calls its server on the masters.",
      impact: "the network add-on cannot reach the masters: new pods get no network"
    }),
    row("T4.5", ingress(tcp(5443), "any"), {
      suggestion: "recommended",
      floor: keep("vpc-cidr", "service-mesh-cidrs", "container-cidr"),
      thing: "the API server",
      purpose: "kubectl, nodes and a hosted service mesh reach the API server through HAProxy.",
      impact: "kubectl and nodes cannot reach the API server",
      note: "The page gives no addresses for the mesh's control plane: the configuration names them."
    }),
    row("T4.6", ingress(tcp(8445), "vpc-cidr"), {
      thing: "the storage add-on",
      purpose: "The storage add-on on each node calls its server on the masters.",
      impact: "the storage add-on cannot reach the masters: volumes cannot be attached or mounted"
    }),
    row("T4.7", ingress(ALL, "control-group"), {
      thing: "traffic",
      purpose: "Masters talk to each other: etcd, leader election, API backends.",
      impact: "masters cannot reach each other: the control plane may stop",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T4.8", egress(ALL, "any"), {
      thing: "outgoing traffic",
      purpose: "Masters open connections to kubelets, webhook pods and services of the cloud.",
      impact: "masters cannot call kubelets, webhooks and services of the cloud"
    })
  ]
);

// src/model/table-5.ts
var table5 = table(
  5,
  {
    role: "node",
    networkModel: "eni",
    title: "Worker nodes, Cloud Native 2.0 network (CCE Turbo)",
    anchor: "cce_faq_00265__table15437132515819"
  },
  [
    row("T5.1", ingress(tcp(10250), "master-node-cidr"), {
      thing: "kubelet",
      purpose: "Masters call kubelet: exec, logs, port-forward.",
      impact: "masters cannot reach kubelet: exec, logs and port-forward fail",
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC."
    }),
    row("T5.2", ingress(nodePorts("tcp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over TCP.",
      impact: "TCP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them. Containers are the pod subnets here."
    }),
    row("T5.3", ingress(nodePorts("udp"), "any"), {
      suggestion: "if-necessary",
      floor: keep("vpc-cidr", "load-balancer-cidrs", "container-cidr"),
      thing: "NodePorts",
      purpose: "Clients and load balancers reach NodePort Services over UDP.",
      impact: "UDP Services on node ports are out of reach",
      note: "The page gives no addresses for load balancers: the configuration names them. Containers are the pod subnets here."
    }),
    row("T5.4", ingress(tcp(22), "any"), {
      suggestion: "recommended",
      floor: NO_FLOOR,
      thing: "SSH",
      purpose: "Administrators log in to nodes.",
      impact: "nobody can log in to nodes over SSH",
      note: "The page advises fixed addresses and names none that must stay: any narrowing is fine."
    }),
    row("T5.5", ingress(ALL, "node-group"), {
      thing: "traffic",
      purpose: "Worker nodes talk to each other on every port.",
      impact: "worker nodes cannot reach each other",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T5.6", ingress(ALL, "container-subnet-cidr"), {
      thing: "traffic",
      purpose: "Pods reach nodes with their own addresses, which lie in the pod subnets.",
      impact: "pods cannot reach nodes"
    }),
    row("T5.7", egress(ALL, "any"), {
      suggestion: "if-necessary",
      floor: TABLE_8,
      thing: "outgoing traffic",
      purpose: "Nodes open connections to masters, DNS, registries and storage; pods have their own group.",
      impact: "nodes reach only what other egress rules name: image pulls and outside services may fail"
    })
  ]
);

// src/model/table-6.ts
var table6 = table(
  6,
  {
    role: "control",
    networkModel: "eni",
    title: "Master nodes, Cloud Native 2.0 network (CCE Turbo)",
    anchor: "cce_faq_00265__table623018122618"
  },
  [
    row("T6.1", ingress(tcp(5444), "any"), {
      thing: "kube-apiserver",
      purpose: "Clients anywhere reach kube-apiserver on its own port.",
      impact: "clients cannot reach kube-apiserver on 5444",
      note: "The page asks for 5444 from anywhere and again from the VPC: both rows are held as printed."
    }),
    row("T6.2", ingress(tcp(5444), "vpc-cidr"), {
      thing: "kube-apiserver",
      purpose: "Nodes, pods and other hosts of the VPC reach kube-apiserver on its own port.",
      impact: "nodes and hosts of the VPC cannot reach kube-apiserver on 5444",
      note: "Never missing without T6.1, which contains it: held as printed."
    }),
    row("T6.3", ingress(tcp(9443), "vpc-cidr"), {
      thing: "the network add-on",
      purpose: "The network add-on on each node calls its server on the masters.",
      impact: "the network add-on cannot reach the masters: new pods get no network"
    }),
    row("T6.4", ingress(tcp(5443), "any"), {
      suggestion: "recommended",
      floor: keep("vpc-cidr", "service-mesh-cidrs", "container-cidr"),
      thing: "the API server",
      purpose: "kubectl, nodes and a hosted service mesh reach the API server through HAProxy.",
      impact: "kubectl and nodes cannot reach the API server",
      note: "The page gives no addresses for the mesh's control plane: the configuration names them. Containers are the pod subnets here."
    }),
    row("T6.5", ingress(tcp(8445), "vpc-cidr"), {
      thing: "the storage add-on",
      purpose: "The storage add-on on each node calls its server on the masters.",
      impact: "the storage add-on cannot reach the masters: volumes cannot be attached or mounted"
    }),
    row("T6.6", ingress(ALL, "control-group"), {
      thing: "traffic",
      purpose: "Masters talk to each other: etcd, leader election, API backends.",
      impact: "masters cannot reach each other: the control plane may stop",
      note: "The page's sentence is unclear: read as everything from members of the same group."
    }),
    row("T6.7", ingress(ALL, "container-subnet-cidr"), {
      thing: "traffic",
      purpose: "Pods, which have addresses of the pod subnets, reach the masters on every port.",
      impact: "pods cannot reach masters"
    }),
    row("T6.8", egress(ALL, "any"), {
      thing: "outgoing traffic",
      purpose: "Masters open connections to kubelets, webhook pods and services of the cloud.",
      impact: "masters cannot call kubelets, webhooks and services of the cloud"
    })
  ]
);

// src/model/table-7.ts
var table7 = table(
  7,
  {
    role: "eni",
    networkModel: "eni",
    title: "Elastic network interfaces of pods, Cloud Native 2.0 network (CCE Turbo)",
    anchor: "cce_faq_00265__table499619352347"
  },
  [
    row("T7.1", ingress(ALL, "eni-group"), {
      thing: "traffic",
      purpose: "Pods talk to each other.",
      impact: "pods cannot reach each other"
    }),
    row("T7.2", ingress(ALL, "vpc-cidr"), {
      thing: "traffic",
      purpose: "Nodes, masters, load balancers and other hosts of the VPC reach pods.",
      impact: "probes, webhook calls and load balancers do not reach pods"
    }),
    row("T7.3", egress(ALL, "any"), {
      thing: "outgoing traffic",
      purpose: "Pods open connections: DNS, Services, the Kubernetes API, the outside.",
      impact: "pods cannot open connections, DNS lookups included",
      note: "Table 8 is about worker nodes only: this row has no floor."
    })
  ]
);

// src/model/table-8.ts
var table8 = table(
  8,
  {
    role: "node",
    networkModel: "any",
    suggestion: "minimum",
    title: "Minimum egress of worker nodes",
    anchor: "cce_faq_00265__section153292054619"
  },
  [
    row("T8.1", egress(tcp(53), "dns-servers"), {
      notOnPageOf: "eu-ch2",
      thing: "DNS",
      purpose: "Nodes ask for names over TCP when an answer is too long for UDP.",
      impact: "names with long answers do not resolve"
    }),
    row("T8.2", egress(udp(53), "dns-servers"), {
      thing: "DNS",
      purpose: "Nodes, and CoreDNS for outside names, ask the DNS servers of the subnet.",
      impact: "names do not resolve"
    }),
    row("T8.3", egress(tcp(5353), "container-cidr"), {
      notOnPageOf: "eu-ch2",
      thing: "cluster DNS",
      purpose: "CoreDNS pods answer on 5353, behind port 53 of their Service; this is the path over TCP.",
      impact: "cluster DNS over TCP fails: Service names with long answers do not resolve",
      note: "The page says containers for every network model: in CCE Turbo these are the pod subnets."
    }),
    row("T8.4", egress(udp(5353), "container-cidr"), {
      notOnPageOf: "eu-ch2",
      thing: "cluster DNS",
      purpose: "CoreDNS pods answer on 5353, behind port 53 of their Service.",
      impact: "cluster DNS fails: Service names do not resolve",
      note: "The page says containers for every network model: in CCE Turbo these are the pod subnets."
    }),
    row("T8.5", egress(udp(4789), "any"), {
      networkModel: "overlay_l2",
      thing: "VXLAN",
      purpose: "VXLAN carries the traffic of pods from node to node.",
      impact: "pods on different nodes cannot talk to each other"
    }),
    row("T8.6", egress(tcp(5443), "master-node-cidr"), {
      thing: "the API server",
      purpose: "Nodes reach the API server through HAProxy.",
      impact: "nodes cannot reach the API server",
      note: "The page does not say what the master node CIDR is: the configuration's, else the cluster's subnet, else some part of the VPC."
    }),
    row("T8.7", egress(tcp(5444), "vpc-and-container-cidr"), {
      thing: "kube-apiserver",
      purpose: "Nodes and the pods on them reach kube-apiserver on its own port.",
      impact: "nodes and their pods cannot reach kube-apiserver on 5444",
      note: "One address cell with two ranges is one row: both must hold. In CCE Turbo containers are the pod subnets."
    }),
    row("T8.8", egress(tcp(6443), "master-node-cidr"), {
      thing: "the masters on TCP 6443",
      purpose: "A path from nodes to masters; the port is the usual one of a Kubernetes API.",
      impact: "nodes cannot reach the masters on 6443",
      note: "The page gives no reason for this row: held like the others. It does not say what the master node CIDR is either."
    }),
    row("T8.9", egress(tcp(8445), "vpc-cidr"), {
      thing: "the storage add-on",
      purpose: "The storage add-on on each node calls its server on the masters.",
      impact: "volumes cannot be attached or mounted"
    }),
    row("T8.10", egress(tcp(9443), "vpc-cidr"), {
      thing: "the network add-on",
      purpose: "The network add-on on each node calls its server on the masters.",
      impact: "new pods get no network"
    }),
    row("T8.11", egress(ALL, "vpc-endpoint-service"), {
      thing: "VPC endpoints",
      purpose: "Nodes reach services of the cloud through VPC endpoints.",
      impact: "endpoint services are out of reach",
      note: "The page names all ports and no protocol: read as every protocol."
    }),
    row("T8.12", egress(udp(123), "internal-services"), {
      thing: "NTP",
      purpose: "Nodes set their clocks by the internal time servers.",
      impact: "clocks are not set"
    }),
    row("T8.13", egress(tcp(443), "internal-services"), {
      thing: "object storage",
      purpose: "New nodes fetch their packages from object storage.",
      impact: "new nodes cannot fetch their installation package"
    }),
    row("T8.14", egress(tcp(6443), "internal-services"), {
      thing: "the installation report",
      purpose: "New nodes tell CCE that their installation is done.",
      impact: "new nodes never report that they are installed"
    })
  ]
);

// src/model/model.ts
var MODEL = [table1, table2, table3, table4, table5, table6, table7, table8];
var REQUIREMENTS = MODEL.flatMap((table9) => table9.rows);
var BY_ID = new Map(REQUIREMENTS.map((row2) => [row2.id, row2]));
var NODE = { "vpc-router": table1, overlay_l2: table3, eni: table5 };
var CONTROL = {
  "vpc-router": table2,
  overlay_l2: table4,
  eni: table6
};
function requirement(id) {
  return BY_ID.get(id);
}
var PAGE = "https://docs.otc.t-systems.com/cloud-container-engine/umn/faqs/networking/network_planning/how_can_i_configure_a_security_group_rule_for_a_cluster.html";
function linkOf(row2) {
  const { anchor } = tableWith(row2);
  return `${PAGE}#${anchor.replaceAll(/_+/g, "-")}`;
}
function tableWith(row2) {
  return must(MODEL[row2.table - 1], "the tables are those of the rows, in order");
}
function tableOf(role, networkModel) {
  switch (role) {
    case "node":
      return NODE[networkModel];
    case "control":
      return CONTROL[networkModel];
    case "eni":
      return networkModel === "eni" ? table7 : void 0;
  }
}
function egressMinima(networkModel) {
  return table8.rows.filter((row2) => row2.networkModel === void 0 || row2.networkModel === networkModel);
}

export {
  MODEL,
  REQUIREMENTS,
  requirement,
  linkOf,
  tableWith,
  tableOf,
  egressMinima
};
