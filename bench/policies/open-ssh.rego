# For OPA and conftest: rules that let all of IPv4 or IPv6 reach TCP 22 once the plan is applied.
package main

import rego.v1

deny contains change.address if {
	some change in input.resource_changes
	change.type == "opentelekomcloud_networking_secgroup_rule_v2"
	rule := change.change.after
	rule.direction == "ingress"
	rule.remote_ip_prefix in {"0.0.0.0/0", "::/0"}
	rule.protocol in {"tcp", "", null}
	port(rule.port_range_min, 0) <= 22
	port(rule.port_range_max, 65535) >= 22
}

port(value, _) := value if value > 0

port(value, other) := other if value in {0, null}
