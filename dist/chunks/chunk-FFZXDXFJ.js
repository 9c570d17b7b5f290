import {
  hold,
  spend
} from "./chunk-K7OY3VOL.js";
import {
  compare,
  distinct
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SEWDMQ6Q.js";

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  "node_modules/ipaddr.js/lib/ipaddr.js"(exports, module) {
    (function(root) {
      "use strict";
      const ipv4Part = "(0?\\d+|0x[a-f0-9]+)";
      const ipv4Regexes = {
        fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
        longValue: new RegExp(`^${ipv4Part}$`, "i")
      };
      const octalRegex = new RegExp(`^0[0-7]+$`, "i");
      const hexRegex = new RegExp(`^0x[a-f0-9]+$`, "i");
      const zoneIndex = "%[0-9a-z]{1,}";
      const ipv6Part = "(?:[0-9a-f]+::?)+";
      const ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, "i"),
        "native": new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
        deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
        transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
      };
      function expandIPv6(string, parts) {
        if (string.indexOf("::") !== string.lastIndexOf("::")) {
          return null;
        }
        let colonCount = 0;
        let lastColon = -1;
        let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0];
        let replacement, replacementCount;
        if (zoneId) {
          zoneId = zoneId.substring(1);
          string = string.replace(/%.+$/, "");
        }
        while ((lastColon = string.indexOf(":", lastColon + 1)) >= 0) {
          colonCount++;
        }
        if (string.substr(0, 2) === "::") {
          colonCount--;
        }
        if (string.substr(-2, 2) === "::") {
          colonCount--;
        }
        if (colonCount >= parts) {
          return null;
        }
        replacementCount = parts - colonCount;
        replacement = ":";
        while (replacementCount--) {
          replacement += "0:";
        }
        string = string.replace("::", replacement);
        if (string[0] === ":") {
          string = string.slice(1);
        }
        if (string[string.length - 1] === ":") {
          string = string.slice(0, -1);
        }
        parts = (function() {
          const ref = string.split(":");
          const results = [];
          for (let i = 0; i < ref.length; i++) {
            results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
          }
          return results;
        })();
        return {
          parts,
          zoneId
        };
      }
      function matchCIDR(first, second, partSize, cidrBits) {
        if (first.length !== second.length) {
          throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
        }
        let part = 0;
        let shift;
        while (cidrBits > 0) {
          shift = partSize - cidrBits;
          if (shift < 0) {
            shift = 0;
          }
          if (first[part] >> shift !== second[part] >> shift) {
            return false;
          }
          cidrBits -= partSize;
          part += 1;
        }
        return true;
      }
      function parseIntAuto(string) {
        if (hexRegex.test(string)) {
          return parseInt(string, 16);
        }
        if (string[0] === "0" && !isNaN(parseInt(string[1], 10))) {
          if (octalRegex.test(string)) {
            return parseInt(string, 8);
          }
          throw new Error(`ipaddr: cannot parse ${string} as octal`);
        }
        return parseInt(string, 10);
      }
      function padPart(part, length) {
        while (part.length < length) {
          part = `0${part}`;
        }
        return part;
      }
      const ipaddr2 = {};
      ipaddr2.IPv4 = (function() {
        function IPv4(octets) {
          if (octets.length !== 4) {
            throw new Error("ipaddr: ipv4 octet count should be 4");
          }
          let i, octet;
          for (i = 0; i < octets.length; i++) {
            octet = octets[i];
            if (!(0 <= octet && octet <= 255)) {
              throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
            }
          }
          this.octets = octets;
        }
        IPv4.prototype.SpecialRanges = {
          unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
          broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
          // RFC3171
          multicast: [[new IPv4([224, 0, 0, 0]), 4]],
          // RFC3927
          linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
          // RFC5735
          loopback: [[new IPv4([127, 0, 0, 0]), 8]],
          // RFC6598
          carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
          // RFC1918
          "private": [
            [new IPv4([10, 0, 0, 0]), 8],
            [new IPv4([172, 16, 0, 0]), 12],
            [new IPv4([192, 168, 0, 0]), 16]
          ],
          // Reserved and testing-only ranges; RFCs 5735, 5737, 2544, 1700
          reserved: [
            [new IPv4([192, 0, 0, 0]), 24],
            [new IPv4([192, 0, 2, 0]), 24],
            [new IPv4([192, 88, 99, 0]), 24],
            [new IPv4([198, 18, 0, 0]), 15],
            [new IPv4([198, 51, 100, 0]), 24],
            [new IPv4([203, 0, 113, 0]), 24],
            [new IPv4([240, 0, 0, 0]), 4]
          ],
          // RFC7534, RFC7535
          as112: [
            [new IPv4([192, 175, 48, 0]), 24],
            [new IPv4([192, 31, 196, 0]), 24]
          ],
          // RFC7450
          amt: [
            [new IPv4([192, 52, 193, 0]), 24]
          ]
        };
        IPv4.prototype.kind = function() {
          return "ipv4";
        };
        IPv4.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0) {
            ref = other;
            other = ref[0];
            cidrRange = ref[1];
          }
          if (other.kind() !== "ipv4") {
            throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
          }
          return matchCIDR(this.octets, other.octets, 8, cidrRange);
        };
        IPv4.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0;
          let stop = false;
          const zerotable = {
            0: 8,
            128: 7,
            192: 6,
            224: 5,
            240: 4,
            248: 3,
            252: 2,
            254: 1,
            255: 0
          };
          let i, octet, zeros;
          for (i = 3; i >= 0; i -= 1) {
            octet = this.octets[i];
            if (octet in zerotable) {
              zeros = zerotable[octet];
              if (stop && zeros !== 0) {
                return null;
              }
              if (zeros !== 8) {
                stop = true;
              }
              cidr += zeros;
            } else {
              return null;
            }
          }
          return 32 - cidr;
        };
        IPv4.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        };
        IPv4.prototype.toByteArray = function() {
          return this.octets.slice(0);
        };
        IPv4.prototype.toIPv4MappedAddress = function() {
          return ipaddr2.IPv6.parse(`::ffff:${this.toString()}`);
        };
        IPv4.prototype.toNormalizedString = function() {
          return this.toString();
        };
        IPv4.prototype.toString = function() {
          return this.octets.join(".");
        };
        return IPv4;
      })();
      ipaddr2.IPv4.broadcastAddressFromCIDR = function(string) {
        try {
          const cidr = this.parseCIDR(string);
          const ipInterfaceOctets = cidr[0].toByteArray();
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          const octets = [];
          let i = 0;
          while (i < 4) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv4.isIPv4 = function(string) {
        return this.parser(string) !== null;
      };
      ipaddr2.IPv4.isValid = function(string) {
        try {
          new this(this.parser(string));
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDR = function(string) {
        try {
          this.parseCIDR(string);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidFourPartDecimal = function(string) {
        if (ipaddr2.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) {
          return true;
        } else {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDRFourPartDecimal = function(string) {
        const match = string.match(/^(.+)\/(\d+)$/);
        if (!ipaddr2.IPv4.isValidCIDR(string) || !match) {
          return false;
        }
        return ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
      };
      ipaddr2.IPv4.networkAddressFromCIDR = function(string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string);
          ipInterfaceOctets = cidr[0].toByteArray();
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          octets = [];
          i = 0;
          while (i < 4) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv4.parse = function(string) {
        const parts = this.parser(string);
        if (parts === null) {
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        }
        return new this(parts);
      };
      ipaddr2.IPv4.parseCIDR = function(string) {
        let match;
        if (match = string.match(/^(.+)\/(\d+)$/)) {
          const maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 32) {
            const parsed = [this.parse(match[1]), maskLength];
            Object.defineProperty(parsed, "toString", {
              value: function() {
                return this.join("/");
              }
            });
            return parsed;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
      };
      ipaddr2.IPv4.parser = function(string) {
        let match, part, value;
        if (match = string.match(ipv4Regexes.fourOctet)) {
          return (function() {
            const ref = match.slice(1, 6);
            const results = [];
            for (let i = 0; i < ref.length; i++) {
              part = ref[i];
              results.push(parseIntAuto(part));
            }
            return results;
          })();
        } else if (match = string.match(ipv4Regexes.longValue)) {
          value = parseIntAuto(match[1]);
          if (value > 4294967295 || value < 0) {
            throw new Error("ipaddr: address outside defined range");
          }
          return (function() {
            const results = [];
            let shift;
            for (shift = 0; shift <= 24; shift += 8) {
              results.push(value >> shift & 255);
            }
            return results;
          })().reverse();
        } else if (match = string.match(ipv4Regexes.twoOctet)) {
          return (function() {
            const ref = match.slice(1, 4);
            const results = [];
            value = parseIntAuto(ref[1]);
            if (value > 16777215 || value < 0) {
              throw new Error("ipaddr: address outside defined range");
            }
            results.push(parseIntAuto(ref[0]));
            results.push(value >> 16 & 255);
            results.push(value >> 8 & 255);
            results.push(value & 255);
            return results;
          })();
        } else if (match = string.match(ipv4Regexes.threeOctet)) {
          return (function() {
            const ref = match.slice(1, 5);
            const results = [];
            value = parseIntAuto(ref[2]);
            if (value > 65535 || value < 0) {
              throw new Error("ipaddr: address outside defined range");
            }
            results.push(parseIntAuto(ref[0]));
            results.push(parseIntAuto(ref[1]));
            results.push(value >> 8 & 255);
            results.push(value & 255);
            return results;
          })();
        } else {
          return null;
        }
      };
      ipaddr2.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) {
          throw new Error("ipaddr: invalid IPv4 prefix length");
        }
        const octets = [0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);
        while (j < filledOctetCount) {
          octets[j] = 255;
          j++;
        }
        if (filledOctetCount < 4) {
          octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
        }
        return new this(octets);
      };
      ipaddr2.IPv6 = (function() {
        function IPv6(parts, zoneId) {
          let i, part;
          if (parts.length === 16) {
            this.parts = [];
            for (i = 0; i <= 14; i += 2) {
              this.parts.push(parts[i] << 8 | parts[i + 1]);
            }
          } else if (parts.length === 8) {
            this.parts = parts;
          } else {
            throw new Error("ipaddr: ipv6 part count should be 8 or 16");
          }
          for (i = 0; i < this.parts.length; i++) {
            part = this.parts[i];
            if (!(0 <= part && part <= 65535)) {
              throw new Error("ipaddr: ipv6 part should fit in 16 bits");
            }
          }
          if (zoneId) {
            this.zoneId = zoneId;
          }
        }
        IPv6.prototype.SpecialRanges = {
          // RFC4291, here and after
          unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
          linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
          multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
          loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
          uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
          ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
          // RFC3879
          deprecatedSiteLocal: [new IPv6([65216, 0, 0, 0, 0, 0, 0, 0]), 10],
          // RFC6666
          discard: [new IPv6([256, 0, 0, 0, 0, 0, 0, 0]), 64],
          // RFC6145
          rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
          rfc6052: [
            // RFC6052
            [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
            // RFC8215
            [new IPv6([100, 65435, 1, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC3056
          "6to4": [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
          // RFC6052, RFC6146
          teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
          // RFC5180
          benchmarking: [new IPv6([8193, 2, 0, 0, 0, 0, 0, 0]), 48],
          // RFC7450
          amt: [new IPv6([8193, 3, 0, 0, 0, 0, 0, 0]), 32],
          as112v6: [
            // RFC7535
            [new IPv6([8193, 4, 274, 0, 0, 0, 0, 0]), 48],
            // RFC7534
            [new IPv6([9760, 79, 32768, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC4843
          deprecatedOrchid: [new IPv6([8193, 16, 0, 0, 0, 0, 0, 0]), 28],
          // RFC7343
          orchid2: [new IPv6([8193, 32, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9374
          droneRemoteIdProtocolEntityTags: [new IPv6([8193, 48, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9602
          segmentRouting: [new IPv6([24320, 0, 0, 0, 0, 0, 0, 0]), 16],
          reserved: [
            // RFC3849
            [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 23],
            // RFC2928
            [new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32],
            // RFC9637
            [new IPv6([16383, 0, 0, 0, 0, 0, 0, 0]), 20]
          ]
        };
        IPv6.prototype.isIPv4MappedAddress = function() {
          return this.range() === "ipv4Mapped";
        };
        IPv6.prototype.kind = function() {
          return "ipv6";
        };
        IPv6.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0) {
            ref = other;
            other = ref[0];
            cidrRange = ref[1];
          }
          if (other.kind() !== "ipv6") {
            throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
          }
          return matchCIDR(this.parts, other.parts, 16, cidrRange);
        };
        IPv6.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0;
          let stop = false;
          const zerotable = {
            0: 16,
            32768: 15,
            49152: 14,
            57344: 13,
            61440: 12,
            63488: 11,
            64512: 10,
            65024: 9,
            65280: 8,
            65408: 7,
            65472: 6,
            65504: 5,
            65520: 4,
            65528: 3,
            65532: 2,
            65534: 1,
            65535: 0
          };
          let part, zeros;
          for (let i = 7; i >= 0; i -= 1) {
            part = this.parts[i];
            if (part in zerotable) {
              zeros = zerotable[part];
              if (stop && zeros !== 0) {
                return null;
              }
              if (zeros !== 16) {
                stop = true;
              }
              cidr += zeros;
            } else {
              return null;
            }
          }
          return 128 - cidr;
        };
        IPv6.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        };
        IPv6.prototype.toByteArray = function() {
          let part;
          const bytes = [];
          const ref = this.parts;
          for (let i = 0; i < ref.length; i++) {
            part = ref[i];
            bytes.push(part >> 8);
            bytes.push(part & 255);
          }
          return bytes;
        };
        IPv6.prototype.toFixedLengthString = function() {
          const addr = (function() {
            const results = [];
            for (let i = 0; i < this.parts.length; i++) {
              results.push(padPart(this.parts[i].toString(16), 4));
            }
            return results;
          }).call(this).join(":");
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          return addr + suffix;
        };
        IPv6.prototype.toIPv4Address = function() {
          if (!this.isIPv4MappedAddress()) {
            throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
          }
          const ref = this.parts.slice(-2);
          const high = ref[0];
          const low = ref[1];
          return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
        };
        IPv6.prototype.toNormalizedString = function() {
          const addr = (function() {
            const results = [];
            for (let i = 0; i < this.parts.length; i++) {
              results.push(this.parts[i].toString(16));
            }
            return results;
          }).call(this).join(":");
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          return addr + suffix;
        };
        IPv6.prototype.toRFC5952String = function() {
          const regex = /((^|:)(0(:|$)){2,})/g;
          let suffix = "";
          if (this.zoneId) {
            suffix = `%${this.zoneId}`;
          }
          const normalized = this.toNormalizedString();
          const string = normalized.slice(0, normalized.length - suffix.length);
          let bestMatchIndex = 0;
          let bestMatchLength = -1;
          let bestMatchGroups = -1;
          let match;
          while (match = regex.exec(string)) {
            const groups = (match[0].match(/0/g) || []).length;
            if (groups > bestMatchGroups) {
              bestMatchGroups = groups;
              bestMatchIndex = match.index;
              bestMatchLength = match[0].length;
            }
          }
          if (bestMatchLength < 0) {
            return string + suffix;
          }
          return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        };
        IPv6.prototype.toString = function() {
          return this.toRFC5952String();
        };
        return IPv6;
      })();
      ipaddr2.IPv6.broadcastAddressFromCIDR = function(string) {
        try {
          const cidr = this.parseCIDR(string);
          const ipInterfaceOctets = cidr[0].toByteArray();
          const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          const octets = [];
          let i = 0;
          while (i < 16) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv6.isIPv6 = function(string) {
        return this.parser(string) !== null;
      };
      ipaddr2.IPv6.isValid = function(string) {
        if (typeof string === "string" && string.indexOf(":") === -1) {
          return false;
        }
        try {
          const addr = this.parser(string);
          new this(addr.parts, addr.zoneId);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.isValidCIDR = function(string) {
        if (typeof string === "string" && string.indexOf(":") === -1) {
          return false;
        }
        try {
          this.parseCIDR(string);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.networkAddressFromCIDR = function(string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string);
          ipInterfaceOctets = cidr[0].toByteArray();
          subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
          octets = [];
          i = 0;
          while (i < 16) {
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
            i++;
          }
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      };
      ipaddr2.IPv6.parse = function(string) {
        const addr = this.parser(string);
        if (addr === null) {
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        }
        return new this(addr.parts, addr.zoneId);
      };
      ipaddr2.IPv6.parseCIDR = function(string) {
        let maskLength, match, parsed;
        if (match = string.match(/^(.+)\/(\d+)$/)) {
          maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 128) {
            parsed = [this.parse(match[1]), maskLength];
            Object.defineProperty(parsed, "toString", {
              value: function() {
                return this.join("/");
              }
            });
            return parsed;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      };
      ipaddr2.IPv6.parser = function(string) {
        let addr, i, match, octet, octets, zoneId;
        if (match = string.match(ipv6Regexes.deprecatedTransitional)) {
          return this.parser(`::ffff:${match[1]}`);
        }
        if (ipv6Regexes.native.test(string)) {
          return expandIPv6(string, 8);
        }
        if (match = string.match(ipv6Regexes.transitional)) {
          zoneId = match[6] || "";
          addr = match[1];
          if (!match[1].endsWith("::")) {
            addr = addr.slice(0, -1);
          }
          addr = expandIPv6(addr + zoneId, 6);
          if (addr && addr.parts) {
            octets = [
              parseInt(match[2]),
              parseInt(match[3]),
              parseInt(match[4]),
              parseInt(match[5])
            ];
            for (i = 0; i < octets.length; i++) {
              octet = octets[i];
              if (!(0 <= octet && octet <= 255)) {
                return null;
              }
            }
            addr.parts.push(octets[0] << 8 | octets[1]);
            addr.parts.push(octets[2] << 8 | octets[3]);
            return {
              parts: addr.parts,
              zoneId: addr.zoneId
            };
          }
        }
        return null;
      };
      ipaddr2.IPv6.subnetMaskFromPrefixLength = function(prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) {
          throw new Error("ipaddr: invalid IPv6 prefix length");
        }
        const octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);
        while (j < filledOctetCount) {
          octets[j] = 255;
          j++;
        }
        if (filledOctetCount < 16) {
          octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
        }
        return new this(octets);
      };
      ipaddr2.fromByteArray = function(bytes) {
        const length = bytes.length;
        if (length === 4) {
          return new ipaddr2.IPv4(bytes);
        } else if (length === 16) {
          return new ipaddr2.IPv6(bytes);
        } else {
          throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
        }
      };
      ipaddr2.isValid = function(string) {
        return ipaddr2.IPv6.isValid(string) || ipaddr2.IPv4.isValid(string);
      };
      ipaddr2.isValidCIDR = function(string) {
        return ipaddr2.IPv6.isValidCIDR(string) || ipaddr2.IPv4.isValidCIDR(string);
      };
      ipaddr2.parse = function(string) {
        if (ipaddr2.IPv6.isValid(string)) {
          return ipaddr2.IPv6.parse(string);
        } else if (ipaddr2.IPv4.isValid(string)) {
          return ipaddr2.IPv4.parse(string);
        } else {
          throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
        }
      };
      ipaddr2.parseCIDR = function(string) {
        try {
          return ipaddr2.IPv6.parseCIDR(string);
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string);
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      };
      ipaddr2.process = function(string) {
        const addr = this.parse(string);
        if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) {
          return addr.toIPv4Address();
        } else {
          return addr;
        }
      };
      ipaddr2.subnetMatch = function(address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet;
        if (defaultName === void 0 || defaultName === null) {
          defaultName = "unicast";
        }
        for (rangeName in rangeList) {
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            rangeSubnets = rangeList[rangeName];
            if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) {
              rangeSubnets = [rangeSubnets];
            }
            for (i = 0; i < rangeSubnets.length; i++) {
              subnet = rangeSubnets[i];
              if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) {
                return rangeName;
              }
            }
          }
        }
        return defaultName;
      };
      if (typeof module !== "undefined" && module.exports) {
        module.exports = ipaddr2;
      } else {
        root.ipaddr = ipaddr2;
      }
    })(exports);
  }
});

// src/net/interval.ts
var CALL = 10;
function single(value) {
  return { lo: value, hi: value };
}
function intervalText({ lo, hi }, text = String) {
  return lo === hi ? text(lo) : `${text(lo)}-${text(hi)}`;
}
var NUMBERS = {
  next: (value) => value + 1,
  previous: (value) => value - 1,
  plus: (a, b) => a + b,
  half: (value) => value / 2
};
var BIGINTS = {
  next: (value) => value + 1n,
  previous: (value) => value - 1n,
  plus: (a, b) => a + b,
  half: (value) => value / 2n
};
function canonical(line, intervals) {
  const sorted = [...intervals].sort((a, b) => a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0);
  spend(CALL + sorted.length);
  const result = [];
  let last;
  for (const interval of sorted) {
    if (last !== void 0 && interval.lo <= line.next(last.hi)) {
      if (interval.hi > last.hi) {
        last = { lo: last.lo, hi: interval.hi };
        result[result.length - 1] = last;
      }
    } else {
      last = interval;
      result.push(last);
    }
  }
  return result;
}
function intersectSets(a, b) {
  if (isAround(b, a)) return a;
  if (isAround(a, b)) return b;
  spend(CALL + a.length + b.length);
  const result = [];
  let i = 0;
  let j = 0;
  for (; ; ) {
    const left = a[i];
    const right = b[j];
    if (left === void 0 || right === void 0) return result;
    const lo = left.lo > right.lo ? left.lo : right.lo;
    const hi = left.hi < right.hi ? left.hi : right.hi;
    if (lo <= hi) result.push({ lo, hi });
    if (left.hi < right.hi) i++;
    else j++;
  }
}
function isAround(a, b) {
  const [only] = a;
  const [first, last] = [b[0], b.at(-1)];
  if (first === void 0 || last === void 0) return true;
  return only !== void 0 && a.length === 1 && only.lo <= first.lo && only.hi >= last.hi;
}
function subtractSets(line, a, b) {
  if (a.length === 0 || b.length === 0) return a;
  spend(CALL + a.length + b.length);
  const result = [];
  let j = 0;
  for (const { lo, hi } of a) {
    let from = lo;
    let cut = b[j];
    while (cut !== void 0 && cut.hi < from) cut = b[++j];
    while (cut !== void 0 && cut.lo <= hi && from <= hi) {
      if (cut.lo > from) result.push({ lo: from, hi: line.previous(cut.lo) });
      from = line.next(cut.hi);
      if (cut.hi > hi) break;
      cut = b[++j];
    }
    if (from <= hi) result.push({ lo: from, hi });
  }
  return result;
}
function sameSets(a, b) {
  return a === b || a.length === b.length && a.every((x, i) => x.lo === b[i]?.lo && x.hi === b[i].hi);
}

// src/net/trie.ts
var NONE = 0;
var EVERY = 1;
var CODES = { union: 1, intersect: 2, subtract: 3 };
var FIRST_SIZE = 1 << 12;
var SPREAD = [2654435761, 2246822519, 668265263];
var Tries = class {
  /** 0 and 1 are taken; they are their own halves. */
  #size = 2;
  #zeros = new Int32Array(FIRST_SIZE).fill(1, 1, 2);
  #ones = new Int32Array(FIRST_SIZE).fill(1, 1, 2);
  /** Hash table of all tries by their halves, at most half full. */
  #index = new Int32Array(2 * FIRST_SIZE);
  /** What was worked out last for a pair; one pair a place, and a newer one takes it. */
  #memory = new PairMemory(FIRST_SIZE);
  #visits = 0;
  /** How many there are. */
  get size() {
    return this.#size;
  }
  /** The strings that begin with 0, without it. */
  zero(trie) {
    return this.#zeros[trie] ?? NONE;
  }
  /** The strings that begin with 1, without it. */
  one(trie) {
    return this.#ones[trie] ?? NONE;
  }
  /** The trie of these halves. */
  join(zero, one) {
    if (zero === one && zero <= EVERY) return zero;
    const mask = this.#index.length - 1;
    let place = hash(zero, one, 0) & mask;
    for (; ; ) {
      const found = this.#index[place] ?? 0;
      if (found === 0) break;
      if (this.#zeros[found] === zero && this.#ones[found] === one) return found;
      place = place + 1 & mask;
    }
    if (this.#size === this.#zeros.length) this.#grow();
    const made = this.#size++;
    this.#zeros[made] = zero;
    this.#ones[made] = one;
    this.#enter(made);
    return made;
  }
  #enter(trie) {
    const mask = this.#index.length - 1;
    let place = hash(this.zero(trie), this.one(trie), 0) & mask;
    while (this.#index[place] !== 0) place = place + 1 & mask;
    this.#index[place] = trie;
  }
  #grow() {
    hold(this.#size);
    this.#zeros = doubled(this.#zeros);
    this.#ones = doubled(this.#ones);
    this.#index = new Int32Array(2 * this.#index.length);
    for (let trie = 2; trie < this.#size; trie++) this.#enter(trie);
    this.#memory = new PairMemory(this.#zeros.length);
  }
  /** Every string that is in `a` or in `b`. */
  union(a, b) {
    return this.#counted(() => this.#combine("union", a, b));
  }
  /** Every string that is in both. */
  intersect(a, b) {
    return this.#counted(() => this.#combine("intersect", a, b));
  }
  /** Every string that is in `a` and not in `b`. */
  subtract(a, b) {
    return this.#counted(() => this.#combine("subtract", a, b));
  }
  #counted(work) {
    this.#visits = 1;
    const result = work();
    spend(this.#visits);
    return result;
  }
  #combine(operation, a, b) {
    const plain = PLAIN[operation](a, b);
    if (plain !== void 0) return plain;
    const isSwapped = operation !== "subtract" && a > b;
    const [p, q] = isSwapped ? [b, a] : [a, b];
    const code = CODES[operation];
    const known = this.#memory.get(code, p, q);
    if (known !== void 0) return known;
    this.#visits++;
    const zero = this.#combine(operation, this.zero(p), this.zero(q));
    const one = this.#combine(operation, this.one(p), this.one(q));
    const result = this.join(zero, one);
    this.#memory.set(code, p, q, result);
    return result;
  }
  /** The integers from `lo` to `hi`, both included and of `width` bits. */
  range(lo, hi, width) {
    let fork = width - 1;
    while (fork >= 0 && bit(lo, fork) === bit(hi, fork)) fork--;
    let [from, to] = [EVERY, EVERY];
    for (let i = 0; i < fork; i++) {
      from = bit(lo, i) === 1 ? this.join(NONE, from) : this.join(from, EVERY);
      to = bit(hi, i) === 1 ? this.join(EVERY, to) : this.join(to, NONE);
    }
    let trie = fork < 0 ? EVERY : this.join(from, to);
    for (let i = fork + 1; i < width; i++) {
      trie = bit(lo, i) === 1 ? this.join(NONE, trie) : this.join(trie, NONE);
    }
    return trie;
  }
};
var PLAIN = {
  union: (a, b) => a === EVERY || b === EVERY ? EVERY : a === NONE || a === b ? b : b === NONE ? a : void 0,
  intersect: (a, b) => a === NONE || b === NONE ? NONE : a === EVERY || a === b ? b : b === EVERY ? a : void 0,
  subtract: (a, b) => a === NONE || b === EVERY || a === b ? NONE : b === NONE ? a : void 0
};
var PairMemory = class {
  #mask;
  #codes;
  #entries;
  constructor(places) {
    this.#mask = places - 1;
    this.#codes = new Uint8Array(places);
    this.#entries = new Int32Array(3 * places);
  }
  get(code, a, b) {
    const place = hash(a, b, code) & this.#mask;
    const at = 3 * place;
    const isIt = this.#codes[place] === code && this.#entries[at] === a && this.#entries[at + 1] === b;
    return isIt ? this.#entries[at + 2] : void 0;
  }
  set(code, a, b, result) {
    const place = hash(a, b, code) & this.#mask;
    this.#codes[place] = code;
    this.#entries.set([a, b, result], 3 * place);
  }
};
function hash(a, b, c) {
  const mixed = Math.imul(a, SPREAD[0]) ^ Math.imul(b, SPREAD[1]) ^ Math.imul(c, SPREAD[2]);
  return mixed ^ mixed >>> 15;
}
function doubled(column) {
  const twice = new Int32Array(2 * column.length);
  twice.set(column);
  return twice;
}
function bit(words, i) {
  return must(words[i >> 5], "a number has as many bits as it is asked for") >>> (i & 31) & 1;
}

// src/net/peers.ts
var WIDTH = { v4: 32, v6: 128, token: 24 };
function emptyUniverse() {
  return { tries: new Tries(), sets: /* @__PURE__ */ new Map(), tokens: [], numbers: /* @__PURE__ */ new Map() };
}
var universe = emptyUniverse();
var KEPT_TRIES = 5e5;
function beginPeers(keptTries = KEPT_TRIES) {
  if (universe.tries.size > keptTries) universe = emptyUniverse();
}
var PeerSet = class _PeerSet {
  #home;
  /** Equal sets of a run have the same one: what compares objects field by field sees it. */
  key;
  /** The same set in a later run. */
  #copy;
  #v4;
  #v6;
  #tokens;
  constructor(home, root) {
    this.#home = home;
    this.key = root;
  }
  /** The set of a trie of this run. */
  static of(root) {
    const known = universe.sets.get(root);
    if (known !== void 0) return known;
    const made = new _PeerSet(universe, root);
    universe.sets.set(root, made);
    return made;
  }
  /** Its trie, in this run. */
  get root() {
    if (this.#home === universe || this.key === NONE) return this.key;
    const late = this.#copy;
    const copy = late !== void 0 && late.#home === universe ? late : madeAgain(this);
    this.#copy = copy;
    return copy.key;
  }
  /** IPv4 addresses; canonical. */
  get v4() {
    const { tries } = this.#home;
    const trie = tries.zero(tries.zero(this.key));
    return this.#v4 ??= intervalsOf(NUMBERS, tries, { trie, from: 0, size: 2 ** WIDTH.v4 });
  }
  /** IPv6 addresses; canonical. */
  get v6() {
    const { tries } = this.#home;
    const trie = tries.one(tries.zero(this.key));
    return this.#v6 ??= intervalsOf(BIGINTS, tries, { trie, from: 0n, size: 2n ** BigInt(WIDTH.v6) });
  }
  /** Sorted, each once. */
  get tokens() {
    return this.#tokens ??= tokensIn(this.#home, this.#home.tries.one(this.key));
  }
  /** For messages and comparisons: what is in it. */
  toJSON() {
    const { v4, v6, tokens } = this;
    return { v4, v6, tokens };
  }
};
function madeAgain({ v4, v6, tokens }) {
  return setOf(v4Trie(v4), v6Trie(v6), tokenTrie(tokens));
}
function setOf(v4, v6, tokens) {
  const { tries } = universe;
  return PeerSet.of(tries.join(tries.join(v4, v6), tokens));
}
function v4Trie(intervals) {
  const { tries } = universe;
  return unionAll([...intervals].map(({ lo, hi }) => tries.range([lo], [hi], WIDTH.v4)));
}
function v6Trie(intervals) {
  const { tries } = universe;
  return unionAll([...intervals].map(({ lo, hi }) => tries.range(wordsOf(lo), wordsOf(hi), WIDTH.v6)));
}
function wordsOf(value) {
  return [0n, 32n, 64n, 96n].map((shift) => Number(value >> shift & 0xffffffffn));
}
function tokenTrie(tokens) {
  const numbers = [...tokens].map((token) => {
    const { numbers: known, tokens: all } = universe;
    const number = known.get(token) ?? all.push(token) - 1;
    known.set(token, number);
    return [number];
  });
  return unionAll(numbers.map((number) => universe.tries.range(number, number, WIDTH.token)));
}
function unionAll(all) {
  let level = all;
  while (level.length > 1) {
    const next = [];
    for (let i = 0; i < level.length; i += 2) {
      next.push(universe.tries.union(level[i] ?? NONE, level[i + 1] ?? NONE));
    }
    level = next;
  }
  return level[0] ?? NONE;
}
function intervalsOf(line, tries, block, before = []) {
  const { trie, from, size } = block;
  if (trie === NONE) return before;
  if (trie === EVERY) {
    const last = before.at(-1);
    const isNext = last !== void 0 && line.next(last.hi) === from;
    if (isNext) before.pop();
    before.push({ lo: isNext ? last.lo : from, hi: line.previous(line.plus(from, size)) });
    return before;
  }
  const half = line.half(size);
  intervalsOf(line, tries, { trie: tries.zero(trie), from, size: half }, before);
  return intervalsOf(line, tries, { trie: tries.one(trie), from: line.plus(from, half), size: half }, before);
}
function tokensIn({ tries, tokens }, trie) {
  const numbers = intervalsOf(NUMBERS, tries, { trie, from: 0, size: 2 ** WIDTH.token });
  return numbers.flatMap(({ lo, hi }) => tokens.slice(lo, hi + 1)).sort(compare);
}
var NO_PEERS = setOf(NONE, NONE, NONE);
var ALL_V4 = setOf(EVERY, NONE, NONE);
var ALL_V6 = setOf(NONE, EVERY, NONE);
var ALL_ADDRESSES = setOf(EVERY, EVERY, NONE);
function v4Peers(intervals) {
  return setOf(v4Trie(intervals), NONE, NONE);
}
function v6Peers(intervals) {
  return setOf(NONE, v6Trie(intervals), NONE);
}
function tokenPeers(...tokens) {
  return setOf(NONE, NONE, tokenTrie(tokens));
}
function unionPeers(a, b) {
  return a === b ? a : PeerSet.of(universe.tries.union(a.root, b.root));
}
function unionOfPeers(sets) {
  return PeerSet.of(unionAll([...sets].map(({ root }) => root)));
}
function intersectPeers(a, b) {
  return a === b ? a : PeerSet.of(universe.tries.intersect(a.root, b.root));
}
function subtractPeers(a, b) {
  return a === b ? NO_PEERS : PeerSet.of(universe.tries.subtract(a.root, b.root));
}
function withoutTokens(set) {
  return intersectPeers(set, ALL_ADDRESSES);
}
function samePeers(a, b) {
  return a === b || a.root === b.root;
}
function hasNoPeers(set) {
  return set.root === NONE;
}
function peersWithin(a, b) {
  return hasNoPeers(subtractPeers(a, b));
}
function hasAllV4(set) {
  return peersWithin(ALL_V4, set);
}

// src/net/protocol.ts
var ICMP = 1;
var TCP = 6;
var UDP = 17;
var ICMPV6 = 58;
var PROTOCOL_NUMBERS = { icmp: ICMP, tcp: TCP, udp: UDP, icmpv6: ICMPV6 };
var USED_PROTOCOLS = [TCP, UDP, ICMP];
var LAST_PROTOCOL = 255;
var LAST_PORT = 65535;
function hasPorts(protocol) {
  return protocol === TCP || protocol === UDP;
}
function hasTypes(protocol) {
  return protocol === ICMP || protocol === ICMPV6;
}
function firstPort(protocol) {
  return hasPorts(protocol) ? 1 : 0;
}
function icmpSlot(type, code) {
  return type * 256 + code;
}
function icmpText(slot) {
  return `${Math.floor(slot / 256)}/${slot % 256}`;
}
var NAMES = new Map(
  Object.entries(PROTOCOL_NUMBERS).map(([name, number]) => [number, name])
);
function protocolText(protocol) {
  return NAMES.get(protocol) ?? String(protocol);
}
function hasName(protocol) {
  return NAMES.has(protocol);
}

// src/net/step.ts
var CALL2 = 20;
function combineSteps(a, b, combine2, values) {
  const result = [];
  const end = { lo: Infinity, hi: Infinity, value: values.empty };
  let i = 0;
  let j = 0;
  let at = -Infinity;
  spend(CALL2 + a.length + b.length);
  for (; ; ) {
    const left = a[i] ?? end;
    const right = b[j] ?? end;
    const leftFrom = Math.max(left.lo, at);
    const rightFrom = Math.max(right.lo, at);
    const lo = Math.min(leftFrom, rightFrom);
    if (lo === Infinity) return result;
    const inLeft = leftFrom === lo;
    const inRight = rightFrom === lo;
    const hi = Math.min(inLeft ? left.hi : leftFrom - 1, inRight ? right.hi : rightFrom - 1);
    const value = combine2(inLeft ? left.value : values.empty, inRight ? right.value : values.empty);
    appendStep(result, { lo, hi, value }, values);
    at = hi + 1;
    if (left.hi < at) i++;
    if (right.hi < at) j++;
  }
}
function appendStep(steps, step, values) {
  if (values.isEmpty(step.value)) return;
  const last = steps[steps.length - 1];
  if (last?.hi === step.lo - 1 && values.same(last.value, step.value)) {
    steps[steps.length - 1] = { lo: last.lo, hi: step.hi, value: last.value };
  } else {
    steps.push(step);
  }
}
function sameSteps(a, b, same) {
  return a === b || a.length === b.length && a.every(({ lo, hi, value }, i) => {
    const other = b[i];
    return other?.lo === lo && other.hi === hi && same(value, other.value);
  });
}

// src/net/sweep.ts
var PEERS = { empty: NO_PEERS, isEmpty: hasNoPeers, same: samePeers };
function stepsOfRanges(ranges) {
  const borders = distinct(ranges.flatMap(({ lo, hi }) => [lo, hi + 1])).toSorted(compare);
  const stretches = borders.length - 1;
  const placeOf = new Map(borders.map((border, i) => [border, i]));
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, stretches)));
  const covering = /* @__PURE__ */ new Map();
  const put = (node, peers) => {
    const there = covering.get(node);
    if (there === void 0) covering.set(node, [peers]);
    else there.push(peers);
  };
  for (const { lo, hi, value } of ranges) {
    let left = leaves + must(placeOf.get(lo), "the start of each range is a border");
    let right = leaves + must(placeOf.get(hi + 1), "the end of each range is a border");
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) put(left++, value);
      if (right % 2 === 1) put(--right, value);
    }
  }
  const steps = [];
  const walk = (node, first, width, above) => {
    if (first >= stretches) return;
    const own = covering.get(node);
    const peers = own === void 0 ? above : unionPeers(above, unionOfPeers(own));
    if (width > 1) {
      walk(2 * node, first, width / 2, peers);
      walk(2 * node + 1, first + width / 2, width / 2, peers);
      return;
    }
    const [lo, next] = [borders[first], borders[first + 1]];
    if (lo !== void 0 && next !== void 0) appendStep(steps, { lo, hi: next - 1, value: peers }, PEERS);
  };
  walk(1, 0, leaves, NO_PEERS);
  return steps;
}

// src/net/region.ts
var PORTS = {
  empty: [],
  isEmpty: (ports) => ports.length === 0,
  same: (a, b) => sameSteps(a, b, samePeers)
};
var EMPTY = { ingress: [], egress: [] };
var RUNS = [
  { lo: 0, hi: TCP - 1 },
  { lo: TCP, hi: TCP },
  { lo: TCP + 1, hi: UDP - 1 },
  { lo: UDP, hi: UDP },
  { lo: UDP + 1, hi: LAST_PROTOCOL }
];
var ALL_PROTOCOLS = { lo: 0, hi: LAST_PROTOCOL };
var ALL_PORTS = [{ lo: 0, hi: LAST_PORT }];
function region(direction, protocols, ports, peers) {
  return regionOfSteps(
    direction,
    protocols,
    hasNoPeers(peers) ? [] : ports.map(({ lo, hi }) => ({ lo, hi, value: peers }))
  );
}
function regionOfParts(direction, protocols, parts) {
  const ranges = parts.flatMap(({ ports, peers }) => ports.map(({ lo, hi }) => ({ lo, hi, value: peers })));
  return regionOfSteps(direction, protocols, stepsOfRanges(ranges));
}
function regionOfSteps(direction, protocols, all) {
  let plane = [];
  for (const run of RUNS) {
    const first = firstPort(run.lo);
    const steps = all.filter((range) => range.hi >= first).map(({ lo, hi, value }) => ({ lo: Math.max(lo, first), hi, value }));
    if (steps.length === 0) continue;
    const parts = protocols.map((range) => ({ lo: Math.max(range.lo, run.lo), hi: Math.min(range.hi, run.hi), value: steps })).filter((part) => part.lo <= part.hi);
    plane = combineSteps(plane, parts, (a, b) => a.length === 0 ? b : a, PORTS);
  }
  return direction === "ingress" ? { ingress: plane, egress: [] } : { ingress: [], egress: plane };
}
function allTraffic(direction, peers) {
  return region(direction, [ALL_PROTOCOLS], ALL_PORTS, peers);
}
function combine(a, b, peers) {
  let made = 0;
  const counted = (p, q) => {
    const result = peers(p, q);
    hold(++made);
    return result;
  };
  const planes = (x, y) => combineSteps(x, y, (p, q) => combineSteps(p, q, counted, PEERS), PORTS);
  return { ingress: planes(a.ingress, b.ingress), egress: planes(a.egress, b.egress) };
}
function union(a, b) {
  if (isEmpty(a)) return b;
  return isEmpty(b) ? a : combine(a, b, unionPeers);
}
function unionOf(regions) {
  let level = regions;
  while (level.length > 1) {
    const next = [];
    for (let i = 0; i < level.length; i += 2) next.push(union(level[i] ?? EMPTY, level[i + 1] ?? EMPTY));
    level = next;
  }
  return level[0] ?? EMPTY;
}
function intersect(a, b) {
  return isEmpty(a) || isEmpty(b) ? EMPTY : combine(a, b, intersectPeers);
}
function restrict(a, direction, { protocols, ports }, peers) {
  const plane = [];
  for (const step of a[direction]) {
    for (const range of protocols) {
      const [lo, hi] = [Math.max(step.lo, range.lo), Math.min(step.hi, range.hi)];
      if (lo <= hi) appendStep(plane, { lo, hi, value: restrictPorts(step.value, ports, peers) }, PORTS);
    }
  }
  if (plane.length === 0) return EMPTY;
  return direction === "ingress" ? { ingress: plane, egress: [] } : { ingress: [], egress: plane };
}
function restrictPorts(steps, ports, peers) {
  const result = [];
  spend(steps.length * ports.length);
  for (const step of steps) {
    for (const range of ports) {
      const [lo, hi] = [Math.max(step.lo, range.lo), Math.min(step.hi, range.hi)];
      if (lo <= hi) appendStep(result, { lo, hi, value: intersectPeers(step.value, peers) }, PEERS);
    }
  }
  return result;
}
function subtract(a, b) {
  return isEmpty(a) || isEmpty(b) ? a : combine(a, b, subtractPeers);
}
function isEmpty(a) {
  return a.ingress.length === 0 && a.egress.length === 0;
}
function isSame(a, b) {
  return sameSteps(a.ingress, b.ingress, PORTS.same) && sameSteps(a.egress, b.egress, PORTS.same);
}
function isSubset(a, b) {
  return isEmpty(subtract(a, b));
}
function mapPeers(a, peers) {
  return combine(a, EMPTY, (p) => peers(p));
}
function boxes(a) {
  const of = (direction, plane) => plane.flatMap(
    (protocols) => protocols.value.map((ports) => ({
      direction,
      protocols: { lo: protocols.lo, hi: protocols.hi },
      ports: { lo: ports.lo, hi: ports.hi },
      peers: ports.value
    }))
  );
  return [...of("ingress", a.ingress), ...of("egress", a.egress)];
}

// src/net/address.ts
var import_ipaddr = __toESM(require_ipaddr(), 1);
function anyAddress(family) {
  return family === "IPv4" ? ALL_V4 : ALL_V6;
}
function parseCidr(text) {
  const [address = "", prefix, ...rest] = text.split("/");
  if (rest.length > 0 || prefix !== void 0 && !/^\d{1,3}$/.test(prefix)) return void 0;
  const found = addressValue(address);
  if (found === void 0) return void 0;
  const { family, value } = found;
  const width = WIDTHS[family];
  const bits = prefix === void 0 ? width : Number(prefix);
  if (bits > width) return void 0;
  const size = 1n << BigInt(width - bits);
  const lo = value - value % size;
  return { family, peers: peersBetween(family, lo, lo + size - 1n), hasHostBits: lo !== value };
}
var WIDTHS = { IPv4: 32, IPv6: 128 };
function addressValue(text) {
  if (import_ipaddr.default.IPv4.isValidFourPartDecimal(text)) return { family: "IPv4", value: v4Value(text) };
  const groups = withoutDots(text);
  if (!groups.includes(":") || groups.includes("%") || !import_ipaddr.default.IPv6.isValid(groups)) return void 0;
  const { parts } = import_ipaddr.default.IPv6.parse(groups);
  return { family: "IPv6", value: parts.reduce((value, part) => (value << 16n) + BigInt(part), 0n) };
}
function v4Value(text) {
  return import_ipaddr.default.IPv4.parse(text).octets.reduce((value, octet) => (value << 8n) + BigInt(octet), 0n);
}
function peersBetween(family, lo, hi) {
  return family === "IPv4" ? v4Peers([{ lo: Number(lo), hi: Number(hi) }]) : v6Peers([{ lo, hi }]);
}
function addressesIn(cidr) {
  return must(parseCidr(cidr), "CIDRs of our own are well formed").peers;
}
function parseAddressRange(text) {
  const [from, to, ...rest] = text.split("-").map((part) => part.trim());
  if (from === void 0 || rest.length > 0) return void 0;
  if (to === void 0) return parseCidr(from)?.peers;
  if (from.includes("/") || to.includes("/")) return void 0;
  const first = parseCidr(from)?.peers;
  const last = parseCidr(to)?.peers;
  const [a, b] = [first?.v4[0], last?.v4[0]];
  if (a !== void 0 && b !== void 0 && a.lo <= b.hi) return v4Peers([{ lo: a.lo, hi: b.hi }]);
  const [c, d] = [first?.v6[0], last?.v6[0]];
  if (c !== void 0 && d !== void 0 && c.lo <= d.hi) return v6Peers([{ lo: c.lo, hi: d.hi }]);
  return void 0;
}
function cidrsOf(peers) {
  const v4 = peers.v4.map(({ lo, hi }) => ({ lo: BigInt(lo), hi: BigInt(hi) }));
  return [
    ...v4.flatMap((range) => cidrsBetween(range, 32, (value) => v4Text(Number(value)))),
    ...peers.v6.flatMap((range) => cidrsBetween(range, 128, v6Text))
  ];
}
function cidrsBetween({ lo, hi }, width, text) {
  const cidrs = [];
  for (let at = lo; at <= hi; ) {
    let bits = width;
    let size = 1n;
    while (bits > 0 && at % (2n * size) === 0n && at + 2n * size - 1n <= hi) {
      bits--;
      size *= 2n;
    }
    cidrs.push(`${text(at)}/${bits}`);
    at += size;
  }
  return cidrs;
}
function cidrsAround({ v4, v6 }) {
  if (v4.length > 0 && v6.length > 0) return [];
  const [first, last] = v4.length > 0 ? [v4[0], v4.at(-1)] : [v6[0], v6.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const [lo, hi] = [BigInt(first.lo), BigInt(last.hi)];
  const [width, text] = v4.length > 0 ? [32, (value) => v4Text(Number(value))] : [128, v6Text];
  return Array.from({ length: width + 1 }, (_, shorter) => {
    const size = 1n << BigInt(shorter);
    const start = lo - lo % size;
    return start + size > hi ? [`${text(start)}/${width - shorter}`] : [];
  }).flat();
}
function v4Text(value) {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
function v6Text(value) {
  const parts = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) parts.push(Number(value >> shift & 0xffffn));
  return new import_ipaddr.default.IPv6(parts).toRFC5952String();
}
function withoutDots(address) {
  const start = address.lastIndexOf(":") + 1;
  const end = address.slice(start);
  if (!end.includes(".")) return address;
  if (!import_ipaddr.default.IPv4.isValidFourPartDecimal(end)) return "";
  const value = v4Value(end);
  return `${address.slice(0, start)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

export {
  single,
  intervalText,
  NUMBERS,
  canonical,
  intersectSets,
  subtractSets,
  sameSets,
  beginPeers,
  NO_PEERS,
  ALL_V4,
  ALL_V6,
  ALL_ADDRESSES,
  v4Peers,
  tokenPeers,
  unionPeers,
  unionOfPeers,
  intersectPeers,
  subtractPeers,
  withoutTokens,
  samePeers,
  hasNoPeers,
  peersWithin,
  hasAllV4,
  ICMP,
  TCP,
  UDP,
  ICMPV6,
  PROTOCOL_NUMBERS,
  USED_PROTOCOLS,
  LAST_PROTOCOL,
  LAST_PORT,
  hasPorts,
  hasTypes,
  firstPort,
  icmpSlot,
  icmpText,
  protocolText,
  hasName,
  EMPTY,
  ALL_PROTOCOLS,
  ALL_PORTS,
  region,
  regionOfParts,
  allTraffic,
  union,
  unionOf,
  intersect,
  restrict,
  subtract,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  boxes,
  anyAddress,
  parseCidr,
  addressesIn,
  parseAddressRange,
  cidrsOf,
  cidrsAround,
  v4Text,
  v6Text
};
