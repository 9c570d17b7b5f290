/*
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
}
*/
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  protocol = "tcp"
}
