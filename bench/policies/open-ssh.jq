# The addresses of rules that let all of IPv4 or IPv6 reach TCP 22 once the plan is applied.
def port($value; $other): if $value == null or $value == 0 then $other else $value end;
.resource_changes[]
| select(.type == "opentelekomcloud_networking_secgroup_rule_v2")
| .change.after as $rule
| select($rule != null and $rule.direction == "ingress")
| select($rule.remote_ip_prefix == "0.0.0.0/0" or $rule.remote_ip_prefix == "::/0")
| select($rule.protocol == "tcp" or $rule.protocol == "" or $rule.protocol == null)
| select(port($rule.port_range_min; 0) <= 22 and port($rule.port_range_max; 65535) >= 22)
| .address
