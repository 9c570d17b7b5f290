Feature: SSH is not open to everybody
  Scenario: Rules for TCP 22 name their peers
    Given I have opentelekomcloud_networking_secgroup_rule_v2 defined
    When its direction is ingress
    And its protocol is tcp
    And its port_range_min is 22
    And its remote_ip_prefix is 0.0.0.0/0
    Then it fails
