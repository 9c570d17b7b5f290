locals {
  a0 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a1 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a2 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a3 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a4 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a5 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a6 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a7 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a8 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a9 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a10 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a11 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a12 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a13 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a14 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a15 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a16 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a17 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a18 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a19 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a20 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a21 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a22 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a23 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a24 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a25 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a26 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a27 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a28 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a29 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a30 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a31 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a32 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a33 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a34 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a35 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a36 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a37 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a38 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a39 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a40 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a41 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a42 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a43 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a44 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a45 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a46 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a47 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a48 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a49 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a50 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a51 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a52 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a53 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a54 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a55 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a56 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a57 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a58 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a59 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a60 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a61 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a62 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a63 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a64 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a65 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a66 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a67 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a68 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a69 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a70 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a71 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a72 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a73 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a74 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a75 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a76 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a77 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a78 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a79 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a80 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a81 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a82 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a83 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a84 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a85 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a86 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a87 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a88 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a89 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a90 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a91 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a92 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a93 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a94 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a95 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a96 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a97 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a98 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a99 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a100 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a101 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a102 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a103 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a104 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a105 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a106 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a107 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a108 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a109 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a110 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a111 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a112 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a113 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a114 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a115 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a116 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a117 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a118 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a119 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a120 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a121 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a122 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a123 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a124 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a125 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a126 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a127 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a128 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a129 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a130 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a131 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a132 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a133 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a134 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a135 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a136 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a137 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a138 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a139 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a140 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a141 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a142 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a143 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a144 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a145 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a146 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a147 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a148 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a149 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a150 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a151 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a152 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a153 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a154 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a155 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a156 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a157 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a158 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a159 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a160 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a161 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a162 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a163 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a164 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a165 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a166 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a167 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a168 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a169 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a170 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a171 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a172 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a173 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a174 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a175 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a176 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a177 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a178 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a179 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a180 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a181 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a182 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a183 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a184 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a185 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a186 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a187 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a188 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a189 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a190 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a191 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a192 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a193 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a194 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a195 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a196 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a197 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a198 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
  a199 = <<E
resource "opentelekomcloud_networking_secgroup_rule_v2" "egress" {
