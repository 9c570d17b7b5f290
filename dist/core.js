import {
  array,
  boolean,
  custom,
  fallback,
  minLength,
  nullish,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  unknown
} from "./chunks/chunk-7YNXPD44.js";
import {
  __commonJS,
  __export,
  __toESM
} from "./chunks/chunk-SEWDMQ6Q.js";

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
      function expandIPv6(string2, parts) {
        if (string2.indexOf("::") !== string2.lastIndexOf("::")) {
          return null;
        }
        let colonCount = 0;
        let lastColon = -1;
        let zoneId = (string2.match(ipv6Regexes.zoneIndex) || [])[0];
        let replacement, replacementCount;
        if (zoneId) {
          zoneId = zoneId.substring(1);
          string2 = string2.replace(/%.+$/, "");
        }
        while ((lastColon = string2.indexOf(":", lastColon + 1)) >= 0) {
          colonCount++;
        }
        if (string2.substr(0, 2) === "::") {
          colonCount--;
        }
        if (string2.substr(-2, 2) === "::") {
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
        string2 = string2.replace("::", replacement);
        if (string2[0] === ":") {
          string2 = string2.slice(1);
        }
        if (string2[string2.length - 1] === ":") {
          string2 = string2.slice(0, -1);
        }
        parts = (function() {
          const ref = string2.split(":");
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
      function parseIntAuto(string2) {
        if (hexRegex.test(string2)) {
          return parseInt(string2, 16);
        }
        if (string2[0] === "0" && !isNaN(parseInt(string2[1], 10))) {
          if (octalRegex.test(string2)) {
            return parseInt(string2, 8);
          }
          throw new Error(`ipaddr: cannot parse ${string2} as octal`);
        }
        return parseInt(string2, 10);
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
      ipaddr2.IPv4.broadcastAddressFromCIDR = function(string2) {
        try {
          const cidr = this.parseCIDR(string2);
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
      ipaddr2.IPv4.isIPv4 = function(string2) {
        return this.parser(string2) !== null;
      };
      ipaddr2.IPv4.isValid = function(string2) {
        try {
          new this(this.parser(string2));
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDR = function(string2) {
        try {
          this.parseCIDR(string2);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv4.isValidFourPartDecimal = function(string2) {
        if (ipaddr2.IPv4.isValid(string2) && string2.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) {
          return true;
        } else {
          return false;
        }
      };
      ipaddr2.IPv4.isValidCIDRFourPartDecimal = function(string2) {
        const match = string2.match(/^(.+)\/(\d+)$/);
        if (!ipaddr2.IPv4.isValidCIDR(string2) || !match) {
          return false;
        }
        return ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
      };
      ipaddr2.IPv4.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string2);
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
      ipaddr2.IPv4.parse = function(string2) {
        const parts = this.parser(string2);
        if (parts === null) {
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        }
        return new this(parts);
      };
      ipaddr2.IPv4.parseCIDR = function(string2) {
        let match;
        if (match = string2.match(/^(.+)\/(\d+)$/)) {
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
      ipaddr2.IPv4.parser = function(string2) {
        let match, part, value;
        if (match = string2.match(ipv4Regexes.fourOctet)) {
          return (function() {
            const ref = match.slice(1, 6);
            const results = [];
            for (let i = 0; i < ref.length; i++) {
              part = ref[i];
              results.push(parseIntAuto(part));
            }
            return results;
          })();
        } else if (match = string2.match(ipv4Regexes.longValue)) {
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
        } else if (match = string2.match(ipv4Regexes.twoOctet)) {
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
        } else if (match = string2.match(ipv4Regexes.threeOctet)) {
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
          const string2 = normalized.slice(0, normalized.length - suffix.length);
          let bestMatchIndex = 0;
          let bestMatchLength = -1;
          let bestMatchGroups = -1;
          let match;
          while (match = regex.exec(string2)) {
            const groups = (match[0].match(/0/g) || []).length;
            if (groups > bestMatchGroups) {
              bestMatchGroups = groups;
              bestMatchIndex = match.index;
              bestMatchLength = match[0].length;
            }
          }
          if (bestMatchLength < 0) {
            return string2 + suffix;
          }
          return `${string2.substring(0, bestMatchIndex)}::${string2.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        };
        IPv6.prototype.toString = function() {
          return this.toRFC5952String();
        };
        return IPv6;
      })();
      ipaddr2.IPv6.broadcastAddressFromCIDR = function(string2) {
        try {
          const cidr = this.parseCIDR(string2);
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
      ipaddr2.IPv6.isIPv6 = function(string2) {
        return this.parser(string2) !== null;
      };
      ipaddr2.IPv6.isValid = function(string2) {
        if (typeof string2 === "string" && string2.indexOf(":") === -1) {
          return false;
        }
        try {
          const addr = this.parser(string2);
          new this(addr.parts, addr.zoneId);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.isValidCIDR = function(string2) {
        if (typeof string2 === "string" && string2.indexOf(":") === -1) {
          return false;
        }
        try {
          this.parseCIDR(string2);
          return true;
        } catch {
          return false;
        }
      };
      ipaddr2.IPv6.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          cidr = this.parseCIDR(string2);
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
      ipaddr2.IPv6.parse = function(string2) {
        const addr = this.parser(string2);
        if (addr === null) {
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        }
        return new this(addr.parts, addr.zoneId);
      };
      ipaddr2.IPv6.parseCIDR = function(string2) {
        let maskLength, match, parsed;
        if (match = string2.match(/^(.+)\/(\d+)$/)) {
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
      ipaddr2.IPv6.parser = function(string2) {
        let addr, i, match, octet, octets, zoneId;
        if (match = string2.match(ipv6Regexes.deprecatedTransitional)) {
          return this.parser(`::ffff:${match[1]}`);
        }
        if (ipv6Regexes.native.test(string2)) {
          return expandIPv6(string2, 8);
        }
        if (match = string2.match(ipv6Regexes.transitional)) {
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
      ipaddr2.isValid = function(string2) {
        return ipaddr2.IPv6.isValid(string2) || ipaddr2.IPv4.isValid(string2);
      };
      ipaddr2.isValidCIDR = function(string2) {
        return ipaddr2.IPv6.isValidCIDR(string2) || ipaddr2.IPv4.isValidCIDR(string2);
      };
      ipaddr2.parse = function(string2) {
        if (ipaddr2.IPv6.isValid(string2)) {
          return ipaddr2.IPv6.parse(string2);
        } else if (ipaddr2.IPv4.isValid(string2)) {
          return ipaddr2.IPv4.parse(string2);
        } else {
          throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
        }
      };
      ipaddr2.parseCIDR = function(string2) {
        try {
          return ipaddr2.IPv6.parseCIDR(string2);
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string2);
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      };
      ipaddr2.process = function(string2) {
        const addr = this.parse(string2);
        if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) {
          return addr.toIPv4Address();
        } else {
          return addr;
        }
      };
      ipaddr2.subnetMatch = function(address, rangeList, defaultName) {
        let i, rangeName2, rangeSubnets, subnet;
        if (defaultName === void 0 || defaultName === null) {
          defaultName = "unicast";
        }
        for (rangeName2 in rangeList) {
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName2)) {
            rangeSubnets = rangeList[rangeName2];
            if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) {
              rangeSubnets = [rangeSubnets];
            }
            for (i = 0; i < rangeSubnets.length; i++) {
              subnet = rangeSubnets[i];
              if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) {
                return rangeName2;
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

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string2 = "" + input, index = string2.indexOf(close, open.length);
      return ~index ? open + replaceClose(string2, close, replace, index) + close : open + string2 + close;
    };
    var replaceClose = (string2, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string2.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string2.indexOf(close, cursor);
      } while (~index);
      return result + string2.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/budget.ts
var OutOfBudget = class extends Error {
  constructor(limit, stage) {
    super(`out of ${limit} at ${stage}`);
    this.limit = limit;
    this.stage = stage;
  }
  limit;
  stage;
  name = "OutOfBudget";
};
var STEPS_BETWEEN_LOOKS = 25e4;
function budgetOf({ steps, items, timeMs }, { elapsedMs, isMemoryLow, at }) {
  let spent = 0;
  let kept = 0;
  let nextLook = 0;
  let ended2;
  const need = (isPaid, limit, stage) => {
    if (isPaid && ended2 === void 0) return;
    ended2 ??= limit;
    throw new OutOfBudget(ended2, stage);
  };
  return {
    spend(more, stage) {
      spent += more;
      if (spent < nextLook && spent <= steps && ended2 === void 0) return;
      need(spent <= steps, "work", stage);
      nextLook = spent + STEPS_BETWEEN_LOOKS;
      need(elapsedMs() <= timeMs, "time", stage);
      need(!isMemoryLow(), "memory", stage);
      at?.(stage);
    },
    hold(count2, stage) {
      need(count2 <= items, "work", stage);
    },
    keep(more, stage) {
      kept += more;
      need(kept <= items, "work", stage);
    }
  };
}
var free = () => void 0;
var UNBOUNDED = { spend: free, hold: free, keep: free };
var inForce = { budget: UNBOUNDED, stage: "reading" };
function within(budget, stage, work) {
  const outer = inForce;
  inForce = { budget, stage };
  try {
    return work();
  } finally {
    inForce = outer;
  }
}
function affordable(budget, stage, work) {
  try {
    return within(budget, stage, work);
  } catch (error) {
    if (error instanceof OutOfBudget) return void 0;
    throw error;
  }
}
function budgetInForce() {
  return inForce.budget;
}
function during(stage, work) {
  return within(inForce.budget, stage, work);
}
function spend(steps) {
  inForce.budget.spend(steps, inForce.stage);
}
function hold(items) {
  inForce.budget.hold(items, inForce.stage);
}
function keepToEnd(items) {
  inForce.budget.keep(items, inForce.stage);
}

// src/collections.ts
function groupBy(things, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
function keptOf(things, isKept) {
  return things.every(isKept) ? things : things.filter(isKept);
}
function distinct(things) {
  return [...new Set(things)];
}
function firstOfEach(things, keyOf) {
  return [...groupBy(things, keyOf).values()].map(([first]) => first);
}
function onlyOne(things) {
  const [only2, ...others] = distinct(things);
  return others.length === 0 ? only2 : void 0;
}
function connectedBy(things, keysOf) {
  const parents = [];
  const rootOf = (index) => {
    let root = index;
    for (let next = parents[root]; next !== void 0 && next !== root; next = parents[root]) {
      parents[root] = parents[next] ?? next;
      root = next;
    }
    return root;
  };
  const first = /* @__PURE__ */ new Map();
  things.forEach((thing, index) => {
    parents.push(index);
    for (const key of keysOf(thing)) {
      const known = first.get(key);
      if (known === void 0) first.set(key, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  });
  const indexed = things.map((thing, index) => ({ thing, root: rootOf(index) }));
  return [...groupBy(indexed, ({ root }) => root).values()].map(([{ thing }, ...others]) => [
    thing,
    ...others.map((other) => other.thing)
  ]);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function sameAs(other, list2) {
  return list2.length === other.length && list2.every((thing, i) => thing === other[i]) ? other : list2;
}
function overlaid(lower, upper) {
  return {
    get: (key) => (upper.has(key) ? upper : lower).get(key),
    has: (key) => upper.has(key) || lower.has(key),
    [Symbol.iterator]: () => new Map([...lower, ...upper])[Symbol.iterator]()
  };
}
function memo(make) {
  return keptIn(/* @__PURE__ */ new Map(), make);
}
function memoOfObject(make) {
  return keptIn(/* @__PURE__ */ new WeakMap(), make);
}
function keptIn(store, make) {
  return (key) => {
    const before = store.get(key);
    if (before !== void 0) return before.value;
    const value = make(key);
    store.set(key, { value });
    return value;
  };
}

// src/net/interval.ts
var CALL = 10;
function single(value) {
  return { lo: value, hi: value };
}
function intervalText({ lo, hi }, text2 = String) {
  return lo === hi ? text2(lo) : `${text2(lo)}-${text2(hi)}`;
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
  const sorted2 = [...intervals].sort((a, b) => a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0);
  spend(CALL + sorted2.length);
  const result = [];
  let last;
  for (const interval of sorted2) {
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
  const [only2] = a;
  const [first, last] = [b[0], b.at(-1)];
  if (first === void 0 || last === void 0) return true;
  return only2 !== void 0 && a.length === 1 && only2.lo <= first.lo && only2.hi >= last.hi;
}
function subtractSets(line, a, b) {
  if (a.length === 0 || b.length === 0) return a;
  spend(CALL + a.length + b.length);
  const result = [];
  let j = 0;
  for (const { lo, hi } of a) {
    let from = lo;
    let cut2 = b[j];
    while (cut2 !== void 0 && cut2.hi < from) cut2 = b[++j];
    while (cut2 !== void 0 && cut2.lo <= hi && from <= hi) {
      if (cut2.lo > from) result.push({ lo: from, hi: line.previous(cut2.lo) });
      from = line.next(cut2.hi);
      if (cut2.hi > hi) break;
      cut2 = b[++j];
    }
    if (from <= hi) result.push({ lo: from, hi });
  }
  return result;
}
function sameSets(a, b) {
  return a === b || a.length === b.length && a.every((x, i) => x.lo === b[i]?.lo && x.hi === b[i].hi);
}

// src/result.ts
function ok(value) {
  return { ok: true, value };
}
function err(error) {
  return { ok: false, error };
}
function unreachable(x) {
  throw new Error(`unreachable: ${JSON.stringify(x)}`);
}
function must(value, why) {
  if (value === void 0) throw new Error(`this cannot be: ${why}`);
  return value;
}

// src/net/trie.ts
var NO_RUN = 1;
var ZERO = 2;
var ONE = 3;
var LONGEST = 30;
var NONE = 0;
var EVERY = 1;
var UNION = 1;
var INTERSECT = 2;
var SUBTRACT = 3;
var FIRST_SIZE = 1 << 12;
var MOST_REMEMBERED = 1 << 22;
var SPREAD = [2654435761, 2246822519, 668265263];
var Tries = class {
  /** 0 and 1 are taken; they are their own halves. Where a run begins, the first column has what is behind it, and the second one the run, below zero. */
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
    const run2 = this.run(trie);
    if (run2 === NO_RUN) return this.#zeros[trie] ?? NONE;
    return firstBits(run2, 1) === ZERO ? this.#without(1, trie) : NONE;
  }
  /** The strings that begin with 1, without it. */
  one(trie) {
    const run2 = this.run(trie);
    if (run2 === NO_RUN) return this.#ones[trie] ?? NONE;
    return firstBits(run2, 1) === ONE ? this.#without(1, trie) : NONE;
  }
  /** The bits that are kept together with which all its strings begin. */
  run(trie) {
    const own = this.#ones[trie] ?? NONE;
    return own < 0 ? -own : NO_RUN;
  }
  /** What is behind its run. */
  behind(trie) {
    return this.#zeros[trie] ?? NONE;
  }
  /** A trie without the first bits of its run. */
  #without(bits, trie) {
    const run2 = this.run(trie);
    const left = bitCount(run2) - bits;
    return left === 0 ? this.behind(trie) : this.#made(this.behind(trie), -lastBits(run2, left));
  }
  /** The strings of a trie, all of them behind these bits. Runs are as long as they can be, from the end on: so equal sets are equal. */
  #led(bits, trie) {
    if (trie === NONE) return NONE;
    let [led, left] = [trie, bits];
    while (left !== NO_RUN) {
      const own = this.run(led);
      const isFull = bitCount(own) === LONGEST;
      const [run2, behind2] = own === NO_RUN || isFull ? [NO_RUN, led] : [own, this.behind(led)];
      const taken = Math.min(bitCount(left), LONGEST - bitCount(run2));
      led = this.#made(behind2, -both(lastBits(left, taken), run2));
      left >>>= taken;
    }
    return led;
  }
  /** The trie of these halves. */
  join(zero, one) {
    if (one === NONE) return this.#led(ZERO, zero);
    if (zero === NONE) return this.#led(ONE, one);
    return zero === EVERY && one === EVERY ? EVERY : this.#made(zero, one);
  }
  /** The trie of these columns. */
  #made(zero, one) {
    const mask = this.#index.length - 1;
    let place2 = hash(zero, one, 0) & mask;
    for (; ; ) {
      const found = this.#index[place2] ?? 0;
      if (found === 0) break;
      if (this.#zeros[found] === zero && this.#ones[found] === one) return found;
      place2 = place2 + 1 & mask;
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
    let place2 = hash(this.#zeros[trie] ?? NONE, this.#ones[trie] ?? NONE, 0) & mask;
    while (this.#index[place2] !== 0) place2 = place2 + 1 & mask;
    this.#index[place2] = trie;
  }
  #grow() {
    hold(this.#size);
    this.#zeros = doubled(this.#zeros);
    this.#ones = doubled(this.#ones);
    this.#index = new Int32Array(2 * this.#index.length);
    for (let trie = 2; trie < this.#size; trie++) this.#enter(trie);
    if (this.#zeros.length <= MOST_REMEMBERED) this.#memory = new PairMemory(this.#zeros.length);
  }
  /** Every string that is in `a` or in `b`. */
  union(a, b) {
    return this.#counted(UNION, a, b);
  }
  /** Every string that is in both. */
  intersect(a, b) {
    return this.#counted(INTERSECT, a, b);
  }
  /** Every string that is in `a` and not in `b`. */
  subtract(a, b) {
    return this.#counted(SUBTRACT, a, b);
  }
  #counted(operation, a, b) {
    this.#visits = 1;
    const result = this.#combine(operation, a, b);
    spend(this.#visits);
    return result;
  }
  #combine(operation, a, b) {
    const plain2 = plainly(operation, a, b);
    if (plain2 >= 0) return plain2;
    const isSwapped = operation !== SUBTRACT && a > b;
    const p = isSwapped ? b : a;
    const q = isSwapped ? a : b;
    const known = this.#memory.get(operation, p, q);
    if (known >= 0) return known;
    this.#visits++;
    const result = this.#combineParts(operation, p, q);
    this.#memory.set(operation, p, q, result);
    return result;
  }
  #combineParts(operation, p, q) {
    const shared = sharedBits(this.run(p), this.run(q));
    if (shared > 0) {
      const rest = this.#combine(operation, this.#without(shared, p), this.#without(shared, q));
      return this.#led(firstBits(this.run(p), shared), rest);
    }
    const zero = this.#combine(operation, this.zero(p), this.zero(q));
    const one = this.#combine(operation, this.one(p), this.one(q));
    return this.join(zero, one);
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
    for (let i = fork + 1; i < width; i += LONGEST) {
      trie = this.#led(bitsOf(lo, i, Math.min(i + LONGEST, width)), trie);
    }
    return trie;
  }
};
function bitCount(run2) {
  return 31 - Math.clz32(run2);
}
function firstBits(run2, count2) {
  return run2 >>> bitCount(run2) - count2;
}
function lastBits(run2, count2) {
  return 1 << count2 | run2 & (1 << count2) - 1;
}
function both(first, second) {
  const length = bitCount(second);
  return first << length | second & (1 << length) - 1;
}
function sharedBits(a, b) {
  const count2 = Math.min(bitCount(a), bitCount(b));
  return Math.clz32(firstBits(a, count2) ^ firstBits(b, count2)) - (32 - count2);
}
function bitsOf(words, from, above) {
  let run2 = NO_RUN;
  for (let i = above - 1; i >= from; i--) run2 = run2 << 1 | bit(words, i);
  return run2;
}
var OPEN = -1;
function plainly(operation, a, b) {
  switch (operation) {
    case UNION:
      if (a === EVERY || b === EVERY) return EVERY;
      if (a === NONE || a === b) return b;
      return b === NONE ? a : OPEN;
    case INTERSECT:
      if (a === NONE || b === NONE) return NONE;
      if (a === EVERY || a === b) return b;
      return b === EVERY ? a : OPEN;
    case SUBTRACT:
      if (a === NONE || b === EVERY || a === b) return NONE;
      return b === NONE ? a : OPEN;
  }
}
var PairMemory = class {
  #mask;
  #codes;
  #entries;
  constructor(places) {
    this.#mask = places - 1;
    this.#codes = new Uint8Array(places);
    this.#entries = new Int32Array(3 * places);
  }
  /** The result, or {@link OPEN}. */
  get(code, a, b) {
    const place2 = hash(a, b, code) & this.#mask;
    const at = 3 * place2;
    const isIt = this.#codes[place2] === code && this.#entries[at] === a && this.#entries[at + 1] === b;
    return isIt ? this.#entries[at + 2] ?? OPEN : OPEN;
  }
  set(code, a, b, result) {
    const place2 = hash(a, b, code) & this.#mask;
    this.#codes[place2] = code;
    this.#entries[3 * place2] = a;
    this.#entries[3 * place2 + 1] = b;
    this.#entries[3 * place2 + 2] = result;
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
  return unionOfRoots([...intervals].map(({ lo, hi }) => tries.range([lo], [hi], WIDTH.v4)));
}
function v6Trie(intervals) {
  const { tries } = universe;
  return unionOfRoots([...intervals].map(({ lo, hi }) => tries.range(wordsOf(lo), wordsOf(hi), WIDTH.v6)));
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
  return unionOfRoots(numbers.map((number) => universe.tries.range(number, number, WIDTH.token)));
}
function unionOfRoots(all) {
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
function behindRun(line, run2, block) {
  let { from, size } = block;
  for (let i = bitCount(run2) - 1; i >= 0; i--) {
    size = line.half(size);
    if ((run2 >>> i & 1) === 1) from = line.plus(from, size);
  }
  return { ...block, from, size };
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
  const run2 = tries.run(trie);
  if (run2 !== NO_RUN)
    return intervalsOf(line, tries, behindRun(line, run2, { ...block, trie: tries.behind(trie) }), before);
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
  return PeerSet.of(unionOfRoots([...sets].map(({ root }) => root)));
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
  return a === b || hasNoPeers(subtractPeers(a, b));
}
function hasAllV4(set) {
  return samePeers(intersectPeers(set, ALL_V4), ALL_V4);
}

// src/terraform/traversal.ts
function parseTraversal(text2) {
  const steps = [];
  let at = 0;
  while (at < text2.length) {
    if (text2[at] === ".") {
      at++;
    } else if (text2[at] === "[") {
      const end = text2[at + 1] === '"' ? endOfString(text2, at + 1) : text2.indexOf("]", at);
      if (end === -1 || text2[end] !== "]") return void 0;
      const index = text2.slice(at + 1, end);
      if (index.startsWith('"')) steps.push({ kind: "key", key: unquote(index.slice(1, -1)) });
      else if (/^\d{1,15}$/.test(index)) steps.push({ kind: "key", key: Number(index) });
      else if (index !== "*") return void 0;
      at = end + 1;
    } else {
      const end = endOfName(text2, at);
      if (end === at) return void 0;
      steps.push({ kind: "name", name: text2.slice(at, end) });
      at = end;
    }
  }
  return steps;
}
function endOfString(text2, from) {
  for (let at = from + 1; at < text2.length; at++) {
    if (text2[at] === "\\") at++;
    else if (text2[at] === '"') return at + 1;
  }
  return -1;
}
function endOfName(text2, from) {
  for (let at = from; at < text2.length; at++) {
    const code = text2.charCodeAt(at);
    if (code === DOT || code === QUOTE || code === OPEN2 || code === CLOSE) return at;
  }
  return text2.length;
}
var [DOT, QUOTE, OPEN2, CLOSE] = [46, 34, 91, 93];
function parseAddress(text2) {
  const steps = parseTraversal(text2);
  if (steps === void 0) return void 0;
  const modules = [];
  let at = 0;
  const name = () => {
    const step = steps[at];
    if (step?.kind !== "name") return void 0;
    at++;
    return step.name;
  };
  const key = () => {
    const step = steps[at];
    if (step?.kind !== "key") return void 0;
    at++;
    return step.key;
  };
  let word = name();
  while (word === "module") {
    const called2 = name();
    if (called2 === void 0) return void 0;
    modules.push({ name: called2, key: key() });
    word = name();
  }
  const isData = word === "data";
  const type = isData ? name() : word;
  const label = name();
  if (type === void 0 || label === void 0) return void 0;
  const instance2 = key();
  return at === steps.length ? { modules, block: `${isData ? "data." : ""}${type}.${label}`, key: instance2 } : void 0;
}
function moduleText(modules) {
  return modules.map(({ name, key }) => `module.${name}${keyText(key)}.`).join("");
}
function keyText(key) {
  if (key === void 0) return "";
  return typeof key === "number" ? `[${String(key)}]` : `[${quote(key)}]`;
}
function stepsText(steps) {
  return steps.map((step) => step.kind === "name" ? `.${step.name}` : keyText(step.key)).join("");
}
function maximalReferences(references) {
  const kept = [];
  const shadows = /* @__PURE__ */ new Set();
  for (const reference of references) {
    if (shadows.has(reference)) continue;
    kept.push(reference);
    for (const prefix of prefixes(reference)) shadows.add(prefix);
  }
  return kept;
}
var REFERENCE_LIMIT_CHARS = 2e3;
function* prefixes(reference) {
  yield reference;
  if (reference.length > REFERENCE_LIMIT_CHARS) return;
  for (let at = reference.length - 1; at > 0; at--) {
    if (reference[at] === "." || reference[at] === "[") yield reference.slice(0, at);
  }
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"]
]);
function unquote(text2) {
  if (!/[\\$%]/.test(text2)) return text2;
  return text2.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))|\$(?=\$\{)|%(?=%\{)/g,
    (_, short, long, letter) => {
      const code = short ?? long;
      if (code !== void 0) return codePoint(Number.parseInt(code, 16));
      return letter === void 0 ? "" : ESCAPES.get(letter) ?? letter;
    }
  );
}
function codePoint(value) {
  return value <= 1114111 ? String.fromCodePoint(value) : "�";
}
function quote(text2) {
  if (!/[\\"\n\r\t$%]/.test(text2)) return `"${text2}"`;
  const escaped = text2.replace(/[\\"]/g, (c) => `\\${c}`).replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/\$\{/g, "$$$${").replace(/%\{/g, "%%{");
  return `"${escaped}"`;
}

// src/plan/document/marks.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function memberOf(value, key) {
  return isRecord(value) ? value[key] : void 0;
}
function isMarked(mark, name) {
  if (mark === true) return true;
  return isRecord(mark) && Object.hasOwn(mark, name) && hasMark(mark[name]);
}
function hasMark(mark) {
  const open = [mark];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (next === true) return true;
    if (typeof next !== "object" || next === null) continue;
    const inner = Object.values(next);
    for (const mark2 of inner) {
      if (mark2 === true) return true;
      if (typeof mark2 === "object" && mark2 !== null) open.push(mark2);
    }
  }
  return false;
}

// src/plan/instance.ts
function doesSomething(actions) {
  return actions.some((action2) => action2 !== "no-op" && action2 !== "read");
}
function isReplaced(instance2) {
  return instance2.before !== void 0 && instance2.after !== void 0 && instance2.actions.includes("create") && instance2.actions.includes("delete");
}
function instancesOf({ changes, drift, deferred, priorState }) {
  const drifted = /* @__PURE__ */ new Map();
  for (const { key, before } of drift) if (before !== void 0) drifted.set(key, before);
  const result = [];
  const seen = /* @__PURE__ */ new Set();
  for (const change of changes) {
    seen.add(change.key);
    result.push(...changedInstances(change, drifted.get(change.key)));
  }
  for (const change of deferred) {
    seen.add(change.key);
    result.push(...changedInstances(change, drifted.get(change.key)).map(asDeferred));
  }
  const open = deferred.map(({ address }) => address).filter((address) => address.includes("[*]"));
  for (const state of priorState) {
    if (seen.has(state.key)) continue;
    seen.add(state.key);
    const isDeferred = open.some((address) => isOneOf(state.address, address));
    result.push({ ...standingInstance(state, drifted.get(state.key)), isDeferred });
  }
  for (const element2 of drift) {
    const last = drifted.get(element2.key);
    if (!seen.has(element2.key) && last !== void 0 && element2.mode === "managed") {
      result.push({ ...emptyInstance(element2, "managed"), isUnconfigured: false, drifted: last });
    }
  }
  return result.sort(byAddress);
}
function asDeferred(instance2) {
  return { ...instance2, after: instance2.after ?? instance2.before, isDeferred: true };
}
function isOneOf(address, pattern) {
  const blocks = [address, pattern].map((text2) => {
    const { modules = [], block } = parseAddress(text2) ?? {};
    return block === void 0 ? void 0 : [...modules.map(({ name }) => name), block].join(" ");
  });
  return blocks[0] !== void 0 && blocks[0] === blocks[1];
}
function byAddress(a, b) {
  if (a.address !== b.address) return a.address < b.address ? -1 : 1;
  return Number(a.isUnconfigured) - Number(b.isUnconfigured);
}
function emptyInstance({ address, type, isDeposed: isDeposed2 }, mode) {
  return {
    address,
    mode,
    type,
    actions: ["no-op"],
    before: void 0,
    after: void 0,
    drifted: void 0,
    replaceAttributes: [],
    isUnconfigured: isDeposed2,
    isDeferred: false
  };
}
function standingInstance(state, drifted) {
  const mode = state.mode === "data" ? "data" : "managed";
  return { ...emptyInstance(state, mode), before: state, after: state, drifted };
}
function isSameSide(a, b) {
  if (a === void 0 || hasMark(a.sensitive) || hasMark(b.sensitive) || hasMark(b.unknown)) return false;
  if (a.values === b.values) return true;
  const keys = Object.keys(b.values);
  return keys.length === Object.keys(a.values).length && keys.every((key) => Object.hasOwn(a.values, key) && a.values[key] === b.values[key]);
}
function changedInstances(change, drifted) {
  const { mode, actions, before, after, replaceAttributes } = change;
  if (mode !== "managed" && mode !== "data") return [];
  const { address, type, isDeposed: isDeposed2 } = change;
  const base = {
    ...{ address, mode, type, actions, before, after, drifted, replaceAttributes },
    isUnconfigured: isDeposed2,
    isDeferred: false
  };
  if (!actions.includes("forget")) {
    const isUnchanged = !change.isDeposed && actions.every((action2) => action2 === "no-op");
    const isSame2 = isUnchanged && (after === void 0 || isSameSide(before, after));
    return [isSame2 ? { ...base, after: before } : base];
  }
  const forgotten = { ...base, actions: ["forget"], after: before, isUnconfigured: true };
  return actions.includes("create") ? [forgotten, { ...base, actions: ["create"], before: void 0, drifted: void 0 }] : [forgotten];
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
function combineSteps(a, b, combine2, values2) {
  const result = [];
  const end = { lo: Infinity, hi: Infinity, value: values2.empty };
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
    const value = combine2(inLeft ? left.value : values2.empty, inRight ? right.value : values2.empty);
    appendStep(result, { lo, hi, value }, values2);
    at = hi + 1;
    if (left.hi < at) i++;
    if (right.hi < at) j++;
  }
}
function overlapSteps(a, b, combine2, values2) {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const result = [];
  let at = 0;
  let looked2 = 0;
  for (const step of few) {
    at = firstReaching(many, step.lo, at);
    for (let other = many[at]; other !== void 0 && other.lo <= step.hi; other = many[++at]) {
      looked2++;
      const value = few === a ? combine2(step.value, other.value) : combine2(other.value, step.value);
      appendStep(result, { lo: Math.max(step.lo, other.lo), hi: Math.min(step.hi, other.hi), value }, values2);
      if (other.hi > step.hi) break;
    }
  }
  spend(CALL2 + few.length + looked2);
  return result;
}
function firstReaching(steps, lo, from) {
  let [first, end] = [from, steps.length];
  while (first < end) {
    const middle = first + end >> 1;
    if ((steps[middle]?.hi ?? lo) < lo) first = middle + 1;
    else end = middle;
  }
  return first;
}
function appendStep(steps, step, values2) {
  if (values2.isEmpty(step.value)) return;
  const last = steps[steps.length - 1];
  if (last?.hi === step.lo - 1 && values2.same(last.value, step.value)) {
    steps[steps.length - 1] = { lo: last.lo, hi: step.hi, value: last.value };
  } else {
    steps.push(step);
  }
}
function sameSteps(a, b, same2) {
  return a === b || a.length === b.length && a.every(({ lo, hi, value }, i) => {
    const other = b[i];
    return other?.lo === lo && other.hi === hi && same2(value, other.value);
  });
}

// src/net/sweep.ts
var PEERS = { empty: NO_PEERS, isEmpty: hasNoPeers, same: samePeers };
function stepsOfRanges(ranges) {
  const borders = distinct(ranges.flatMap(({ lo, hi }) => [lo, hi + 1])).toSorted(compare);
  const stretches = borders.length - 1;
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, stretches)));
  const covering = coveringOf(ranges, borders, leaves);
  const steps = [];
  const walk = (node, first, width, above) => {
    if (first >= stretches) return;
    const own = covering[node];
    const peers = own === void 0 ? above : unionOfRoots([above, unionOfRoots(own)]);
    if (width > 1) {
      walk(2 * node, first, width / 2, peers);
      walk(2 * node + 1, first + width / 2, width / 2, peers);
      return;
    }
    const [lo, next] = [borders[first], borders[first + 1]];
    if (lo === void 0 || next === void 0) return;
    appendStep(steps, { lo, hi: next - 1, value: PeerSet.of(peers) }, PEERS);
  };
  walk(1, 0, leaves, NONE);
  return steps;
}
function coveringOf(ranges, borders, leaves) {
  const placeOf2 = new Map(borders.map((border, i) => [border, i]));
  const covering = Array.from({ length: 2 * leaves });
  const put = (node, trie) => {
    const there = covering[node];
    if (there === void 0) covering[node] = [trie];
    else if (there.at(-1) !== trie) there.push(trie);
  };
  for (const { lo, hi, value } of ranges) {
    const { root } = value;
    let left = leaves + must(placeOf2.get(lo), "the start of each range is a border");
    let right = leaves + must(placeOf2.get(hi + 1), "the end of each range is a border");
    for (; left < right; left >>= 1, right >>= 1) {
      if (left % 2 === 1) put(left++, root);
      if (right % 2 === 1) put(--right, root);
    }
  }
  return covering;
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
  spend(all.length);
  const plane = [];
  for (const run2 of RUNS) {
    for (const range of protocols) {
      const [lo, hi] = [Math.max(range.lo, run2.lo), Math.min(range.hi, run2.hi)];
      if (lo <= hi) appendStep(plane, { lo, hi, value: stepsFrom(firstPort(run2.lo), all) }, PORTS);
    }
  }
  return inDirection(direction, plane);
}
function stepsFrom(first, steps) {
  if ((steps[0]?.lo ?? first) >= first) return steps;
  return steps.filter(({ hi }) => hi >= first).map(({ lo, hi, value }) => ({ lo: Math.max(lo, first), hi, value }));
}
function inDirection(direction, plane) {
  if (plane.length === 0) return EMPTY;
  return direction === "ingress" ? { ingress: plane, egress: [] } : { ingress: [], egress: plane };
}
function allTraffic(direction, peers) {
  return region(direction, [ALL_PROTOCOLS], ALL_PORTS, peers);
}
function combine(a, b, peers, stepwise = combineSteps) {
  let made = 0;
  const counted2 = (p, q) => {
    const result = peers(p, q);
    hold(++made);
    return result;
  };
  const planes = (x, y) => x.length + y.length === 0 ? x : stepwise(x, y, (p, q) => stepwise(p, q, counted2, PEERS), PORTS);
  return { ingress: planes(a.ingress, b.ingress), egress: planes(a.egress, b.egress) };
}
function union(a, b) {
  if (isEmpty(a)) return b;
  return isEmpty(b) || isSame(a, b) ? a : combine(a, b, unionPeers);
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
  if (isEmpty(a) || isEmpty(b)) return EMPTY;
  return isSame(a, b) ? a : combine(a, b, intersectPeers, overlapSteps);
}
function restrict(a, direction, { protocols, ports }, peers) {
  const plane = [];
  for (const step of a[direction]) {
    for (const range of protocols) {
      const [lo, hi] = [Math.max(step.lo, range.lo), Math.min(step.hi, range.hi)];
      if (lo <= hi) appendStep(plane, { lo, hi, value: restrictPorts(step.value, ports, peers) }, PORTS);
    }
  }
  return inDirection(direction, plane);
}
function isRestrictedTo(a, direction, { protocols, ports }, peersOf) {
  if (a[direction === "ingress" ? "egress" : "ingress"].length > 0) return false;
  const isIn = (own, set) => set.some(({ lo, hi }) => lo <= own.lo && own.hi <= hi);
  const isOfTraffic = a[direction].every(
    (step) => isIn(step, protocols) && step.value.every((range) => isIn(range, ports))
  );
  if (!isOfTraffic) return false;
  const peers = peersOf();
  return a[direction].every(({ value }) => value.every((range) => peersWithin(range.value, peers)));
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
  if (isEmpty(a) || isEmpty(b)) return a;
  return isSame(a, b) ? EMPTY : combine(a, b, subtractPeers);
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
  const mapped = (steps, to, values2) => {
    const result = [];
    for (const { lo, hi, value } of steps) appendStep(result, { lo, hi, value: to(value) }, values2);
    return result;
  };
  const ofPorts = (ports) => {
    spend(ports.length);
    return mapped(ports, peers, PEERS);
  };
  return { ingress: mapped(a.ingress, ofPorts, PORTS), egress: mapped(a.egress, ofPorts, PORTS) };
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

// src/net/bounds.ts
var NOTHING = { surely: EMPTY, possibly: EMPTY };
function unionOfBounds(all) {
  const possibly = unionOf(all.map((one) => one.possibly));
  const isExact = all.every((one) => one.surely === one.possibly);
  return { surely: isExact ? possibly : unionOf(all.map((one) => one.surely)), possibly };
}
function intersectBounds(a, b) {
  const possibly = intersect(a.possibly, b.possibly);
  const isExact = a.surely === a.possibly && b.surely === b.possibly;
  return { surely: isExact ? possibly : intersect(a.surely, b.surely), possibly };
}
function coverage(need, bounds) {
  const unsure = subtract(need, bounds.surely);
  if (isEmpty(unsure)) return { missing: EMPTY, undecided: EMPTY };
  return { missing: subtract(unsure, bounds.possibly), undecided: intersect(unsure, bounds.possibly) };
}

// src/net/address.ts
var import_ipaddr = __toESM(require_ipaddr(), 1);
function anyAddress(family) {
  return family === "IPv4" ? ALL_V4 : ALL_V6;
}
function parseCidr(text2) {
  return plainCidr(text2) ?? anyCidr(text2);
}
function plainCidr(text2) {
  const [, ...parts] = PLAIN.exec(text2) ?? [];
  if (parts.length === 0) return void 0;
  const bits = Number(parts.pop() ?? 32);
  const octets = parts.map(Number);
  if (bits > 32 || octets.some((octet) => octet > 255)) return void 0;
  const value = octets.reduce((sum, octet) => 256 * sum + octet, 0);
  const size = 2 ** (32 - bits);
  const lo = value - value % size;
  return { family: "IPv4", peers: v4Peers([{ lo, hi: lo + size - 1 }]), hasHostBits: lo !== value };
}
var OCTET = "(0|[1-9]\\d{0,2})";
var PLAIN = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}(?:/(\\d{1,3}))?$`);
function anyCidr(text2) {
  const [address = "", prefix, ...rest] = text2.split("/");
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
function addressValue(text2) {
  if (import_ipaddr.default.IPv4.isValidFourPartDecimal(text2)) return { family: "IPv4", value: v4Value(text2) };
  const groups = withoutDots(text2);
  if (!groups.includes(":") || groups.includes("%") || !import_ipaddr.default.IPv6.isValid(groups)) return void 0;
  const { parts } = import_ipaddr.default.IPv6.parse(groups);
  return { family: "IPv6", value: parts.reduce((value, part) => (value << 16n) + BigInt(part), 0n) };
}
function v4Value(text2) {
  return import_ipaddr.default.IPv4.parse(text2).octets.reduce((value, octet) => (value << 8n) + BigInt(octet), 0n);
}
function peersBetween(family, lo, hi) {
  return family === "IPv4" ? v4Peers([{ lo: Number(lo), hi: Number(hi) }]) : v6Peers([{ lo, hi }]);
}
function addressesIn(cidr) {
  return must(parseCidr(cidr), "CIDRs of our own are well formed").peers;
}
function parseAddressRange(text2) {
  const [from, to, ...rest] = text2.split("-").map((part) => part.trim());
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
function cidrsBetween({ lo, hi }, width, text2) {
  const cidrs2 = [];
  for (let at = lo; at <= hi; ) {
    let bits = width;
    let size = 1n;
    while (bits > 0 && at % (2n * size) === 0n && at + 2n * size - 1n <= hi) {
      bits--;
      size *= 2n;
    }
    cidrs2.push(`${text2(at)}/${bits}`);
    at += size;
  }
  return cidrs2;
}
function cidrsAround({ v4, v6 }) {
  if (v4.length > 0 && v6.length > 0) return [];
  const [first, last] = v4.length > 0 ? [v4[0], v4.at(-1)] : [v6[0], v6.at(-1)];
  if (first === void 0 || last === void 0) return [];
  const [lo, hi] = [BigInt(first.lo), BigInt(last.hi)];
  const [width, text2] = v4.length > 0 ? [32, (value) => v4Text(Number(value))] : [128, v6Text];
  return Array.from({ length: width + 1 }, (_, shorter2) => {
    const size = 1n << BigInt(shorter2);
    const start = lo - lo % size;
    return start + size > hi ? [`${text2(start)}/${width - shorter2}`] : [];
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

// src/plan/rule.ts
function groupRef(key) {
  return { kind: "group", key };
}
function unknownGroupRef(why, oneOf = []) {
  return { kind: "unknown", oneOf, why };
}
function oneOfPeers(peers) {
  const all = peers.flatMap((peer) => peer.kind === "one-of" ? peer.peers : [peer]);
  const [only2, ...others] = all;
  return only2 !== void 0 && others.length === 0 ? only2 : { kind: "one-of", peers: all };
}
var ALL_TRAFFIC = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
function someTraffic({ protocols } = ALL_TRAFFIC, ports = ALL_PORTS) {
  return { protocols, ports, isAtMost: true };
}
function productsOf({
  protocols,
  ports,
  isAtMost
}) {
  if (isAtMost !== true || ports === ALL_PORTS) return [{ protocols, ports }];
  return [
    { protocols: intersectSets(protocols, WITH_PORTS), ports },
    { protocols: subtractSets(NUMBERS, protocols, WITH_PORTS), ports: ALL_PORTS }
  ];
}
var WITH_PORTS = [single(TCP), single(UDP)];
function isChanging({ change }) {
  return change !== "stands" && change !== "drifted-away";
}
function isAccepted(side) {
  return side.problems.every(({ kind }) => kind !== "refused");
}
function knownKeys(refs) {
  return refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : []);
}
function isPeerSensitive({ peer }) {
  if (peer.kind === "one-of") return peer.peers.some((one) => isPeerSensitive({ peer: one }));
  if (peer.kind === "range") return peer.range.kind === "known" && peer.range.isSensitive;
  return peer.kind === "group" && peer.isSensitive;
}
function isSecret(side) {
  return side.isTrafficSensitive === true || isPeerSensitive(side);
}

// src/effective/known-rules.ts
var FEW = 12;
function weighedRules(rules) {
  return rules.length <= FEW ? { known: [], others: rules, mayDeny: mayDenyAmong(rules) } : sortedOut(rules);
}
var mayDenyAmong = memoOfObject(
  (rules) => rules.some(({ sides }) => sides.some(({ action: action2 }) => action2 !== "allow"))
);
var sortedOut = memoOfObject((rules) => {
  const parts = [...groupBy(rules, ({ core }) => core)].map(
    ([core, some]) => core !== void 0 && isWhole(core, some) ? classesOfCore(core) : classesOf(some)
  );
  return {
    known: parts.flatMap(({ known }) => known),
    others: parts.flatMap(({ others }) => others),
    mayDeny: parts.some(({ mayDeny }) => mayDeny)
  };
});
function isWhole({ rules }, some) {
  return rules.length === some.length && rules.every((rule, i) => rule === some[i]);
}
var classesOfCore = memoOfObject(({ rules }) => classesOf(rules));
function classesOf(rules) {
  const others = [];
  const known = [];
  for (const rule of rules) {
    const found = knownRule(rule);
    if (found === void 0) others.push(rule);
    else known.push(found);
  }
  const classes = groupBy(known, classText);
  return {
    mayDeny: mayDenyAmong(rules),
    others,
    known: [...classes.values()].map((some) => {
      const [{ rule, sides }] = some;
      const { action: action2, family } = sides[0];
      const priorities = rule.sides.map(({ priority }) => priority);
      return {
        action: action2,
        family,
        group: rule.group,
        priorities,
        isSure: rule.isSure,
        packets: packetsOfAll(some)
      };
    })
  };
}
function classText({ sides: [{ action: action2, family }], rule: { group, isSure, sides } }) {
  const ranks = sides.map(({ priority }) => priority.kind === "known" ? priority.value : priority.kind);
  return `${action2} ${family} ${String(isSure)} ${ranks.join()} ${group}`;
}
function isWhollyKnown(rule) {
  return knownRule(rule) !== void 0;
}
function knownRule(rule) {
  const [first, ...others] = rule.sides.map(knownSide);
  if (first === void 0 || others.some((side) => side === void 0)) return void 0;
  const sides = [first, ...others.filter((side) => side !== void 0)];
  const isAlike2 = sides.every(({ action: action2, family }) => action2 === first.action && family === first.family);
  return isAlike2 ? { rule, sides } : void 0;
}
function knownSide(side) {
  const { action: action2, family, direction, traffic, peer } = side;
  if (action2 === "unknown" || family === "unknown" || direction === "unknown") return void 0;
  if (traffic.isAtMost === true || !isAccepted(side)) return void 0;
  if (peer.kind === "any") return { action: action2, family, direction, traffic, peers: anyAddress(family) };
  if (peer.kind !== "range" || peer.range.kind === "unknown") return void 0;
  return { action: action2, family, direction, traffic, peers: peer.range.peers };
}
function packetsOfAll(rules) {
  const single2 = rules.filter(({ sides }) => sides.length === 1).map(({ sides }) => sides[0]);
  const double = rules.filter(({ sides }) => sides.length > 1);
  const alike2 = groupBy(
    single2,
    ({ direction, traffic }) => `${direction} ${traffic.protocols.map(({ lo, hi }) => `${lo}-${hi}`).join()}`
  );
  return unionOf([
    ...[...alike2.values()].map((some) => {
      const [{ direction, traffic }] = some;
      const parts = some.map(({ traffic: { ports }, peers }) => ({ ports, peers }));
      return regionOfParts(direction, traffic.protocols, parts);
    }),
    ...double.map(({ sides }) => sides.map(packetsOfSide).reduce(intersect)),
    EMPTY
  ]);
}
function packetsOfSide({ direction, traffic: { protocols, ports }, peers }) {
  return regionOfParts(direction, protocols, [{ ports, peers }]);
}

// src/effective/effective.ts
function letThrough(rules, need, reading, defaultPriority) {
  const asked = { need, reading, defaultPriority };
  if (!mayDenyAmong(rules) && rules.some((rule) => letsAll(rule, asked)))
    return { surely: need, possibly: need };
  const sorted2 = weighedRules(rules);
  const allows = matchesOf(sorted2, "allow", asked);
  const denies = sorted2.mayDeny ? keptOff(alike(matchesOf(sorted2, "deny", asked)), sorted2.others, asked) : [];
  if (denies.length === 0) return unionOfBounds(allows);
  return unionOfBounds(
    alike(allows).map((allow) => {
      const { surely, possibly } = allow;
      const perhapsTaken = denies.filter((deny) => mayBeat(deny, allow)).map((deny) => deny.possibly);
      const surelyTaken = denies.filter((deny) => surelyBeats(deny, allow)).map((deny) => deny.surely);
      return {
        surely: subtract(surely, unionOf(perhapsTaken)),
        possibly: subtract(possibly, unionOf(surelyTaken))
      };
    })
  );
}
function letsAll({ sides: [side, ...others], isSure }, { need, reading }) {
  const { action: action2, family, direction, traffic } = side;
  if (!isSure || others.length > 0 || action2 !== "allow" || family !== reading.family) return false;
  if (direction === "unknown" || traffic.isAtMost === true || !isAccepted(side)) return false;
  return isRestrictedTo(need, direction, traffic, () => reading.allow(side.peer).surely);
}
var MATCH = 20;
function matchesOf({ known, others, mayDeny }, action2, asked) {
  spend(MATCH * (known.length + others.length));
  const found = [];
  const isEnough = (match) => {
    if (match === void 0) return false;
    found.push(match);
    return !mayDeny && isSame(match.surely, asked.need);
  };
  const isDone = known.some((rules) => isEnough(knownMatch(rules, action2, asked))) || others.some((rule) => isEnough(matchOf(rule, action2, asked)));
  return isDone ? found.slice(-1) : found;
}
function knownMatch({ action: action2, family, group, priorities, isSure, packets }, asked, { need, reading, defaultPriority }) {
  if (action2 !== asked || family !== reading.family) return void 0;
  const possibly = intersect(need, packets);
  if (isEmpty(possibly)) return void 0;
  const ranks = rankOf(priorities, defaultPriority);
  return { group, ...ranks, surely: isSure ? possibly : EMPTY, possibly, member: void 0 };
}
function alike(matches) {
  const classes = groupBy(
    matches,
    ({ min, max, group, member }) => JSON.stringify([min, max, group, member])
  );
  return [...classes.values()].map((some) => ({ ...some[0], ...unionOfBounds(some) }));
}
function keptOff(denies, rules, asked) {
  const { reading } = asked;
  const ofMembers = denies.flatMap(({ member }) => member ?? []);
  if (ofMembers.length === 0) return denies;
  const everybody = reading.allow({ kind: "any" });
  const perhaps2 = { ...everybody, surely: NO_PEERS };
  const open = rules.filter(
    ({ sides }) => sides.some(({ peer }) => peer.kind === "one-of" || isAnyGroup(peer))
  );
  const speaking = groupBy(
    rules.flatMap((rule) => membersNamed(rule, reading).map((key) => ({ key, rule }))),
    ({ key }) => key
  );
  const keepers = new Map(
    distinct(ofMembers).map((key) => {
      const allow = (peer) => {
        if (peer.kind === "one-of") return eitherOf(peer.peers.map(allow));
        if (isAnyGroup(peer)) return perhaps2;
        return reading.memberOf(peer) === key ? everybody : reading.allow(peer);
      };
      const own = distinct([...(speaking.get(key) ?? []).map(({ rule }) => rule), ...open]);
      return [
        key,
        alike(
          matchesOf({ known: [], others: own, mayDeny: true }, "allow", {
            ...asked,
            reading: { ...reading, allow }
          })
        )
      ];
    })
  );
  return denies.map((deny) => {
    const own = deny.member === void 0 ? [] : keepers.get(deny.member) ?? [];
    const surely = own.filter((allow) => !mayBeat(deny, allow)).map((allow) => allow.surely);
    const possibly = own.filter((allow) => !surelyBeats(deny, allow)).map((allow) => allow.possibly);
    return {
      ...deny,
      surely: subtract(deny.surely, unionOf(possibly)),
      possibly: subtract(deny.possibly, unionOf(surely))
    };
  });
}
function membersNamed({ sides }, { memberOf: memberOf2 }) {
  return distinct(sides.flatMap(({ peer }) => memberOf2(peer) ?? []));
}
function isAnyGroup(peer) {
  return peer.kind === "group" && peer.group.kind === "unknown";
}
function eitherOf(all) {
  return {
    surely: all.map(({ surely }) => surely).reduce(intersectPeers, ALL_ADDRESSES),
    possibly: unionOfPeers(all.map(({ possibly }) => possibly))
  };
}
function matchOf(rule, action2, { need, reading, defaultPriority }) {
  const [only2] = rule.sides;
  const { surely, possibly } = rule.sides.length === 1 ? matchSide(only2, action2, need, reading) : rule.sides.map((side) => matchSide(side, action2, need, reading)).reduce(intersectBounds);
  if (isEmpty(possibly)) return void 0;
  const priorities = rule.sides.map(({ priority }) => priority);
  return {
    group: rule.group,
    ...rankOf(priorities, defaultPriority),
    surely: rule.isSure ? surely : EMPTY,
    possibly,
    member: action2 === "deny" ? membersNamed(rule, reading)[0] : void 0
  };
}
function mayLetThrough(side, need, reading) {
  spend(1);
  return matchSide(side, "allow", need, reading).possibly;
}
function matchSide(side, action2, need, reading) {
  const isOther = side.action !== action2 && side.action !== "unknown";
  const isOtherWay = side.direction !== "unknown" && need[side.direction].length === 0;
  const isOtherFamily = side.family !== reading.family && side.family !== "unknown";
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side)) return NOTHING;
  const peers = reading[action2](side.peer);
  if (hasNoPeers(peers.possibly)) return NOTHING;
  const isKnown = side.action === action2 && side.family === reading.family;
  const possibly = matchedPart(side, peers.possibly, need, true);
  const isWhole2 = isKnown && peers.surely === peers.possibly && side.traffic.isAtMost !== true && side.direction !== "unknown";
  if (isWhole2) return { surely: possibly, possibly };
  return { surely: isKnown ? matchedPart(side, peers.surely, need, false) : EMPTY, possibly };
}
function matchedPart(side, peers, need, widest2) {
  const { direction, traffic } = side;
  if (!widest2 && (direction === "unknown" || traffic.isAtMost === true)) return EMPTY;
  if (direction !== "unknown" && traffic.isAtMost !== true) return restrict(need, direction, traffic, peers);
  const directions = direction === "unknown" ? ["ingress", "egress"] : [direction];
  const products = productsOf(traffic);
  return unionOf(directions.flatMap((way) => products.map((product) => restrict(need, way, product, peers))));
}
function rankOf(priorities, defaultPriority) {
  const ranges = priorities.map((priority) => priorityRange(priority, defaultPriority));
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max))
  };
}
function priorityRange(priority, defaultPriority) {
  if (priority.kind === "known") return { min: priority.value, max: priority.value };
  if (priority.kind === "undocumented" && defaultPriority !== void 0) {
    return { min: defaultPriority, max: defaultPriority };
  }
  return { min: 1, max: 100 };
}
function mayBeat(deny, allow) {
  return deny.group !== allow.group || deny.min <= allow.max;
}
function surelyBeats(deny, allow) {
  return deny.max <= allow.min;
}

// src/weigh/reading.ts
var NONE2 = { surely: NO_PEERS, possibly: NO_PEERS };
var WHOLE = { surely: ALL_V4, possibly: ALL_V4 };
function readingOf(eyes) {
  const { names, groups, namesGroup, members } = eyes;
  const range = (known) => {
    if (known.kind === "known") return { surely: known.peers, possibly: known.peers };
    return names.includes(known.token) ? WHOLE : eyes.placeOf(known.token);
  };
  const meeting = (own) => {
    const oneOf = memo((are) => {
      const possible = [...own].filter(([key]) => are === "all" || eyes.isIdUnknown(key));
      return { surely: NO_PEERS, possibly: unionOfPeers(possible.map(([, one]) => eyes.seen(one).possibly)) };
    });
    const read = (peer) => {
      if (peer.kind === "any") return WHOLE;
      if (peer.kind === "range") return range(peer.range);
      if (peer.kind === "one-of") return eitherOf(peer.peers.map(read));
      if (peer.group.kind === "unknown") return oneOf("all");
      const { key } = peer.group;
      const found = own.get(key);
      if (found !== void 0) return eyes.seen(found);
      return eyes.isUnplaced(key) ? oneOf("nameless") : NONE2;
    };
    return read;
  };
  const named2 = new Map(groups.map((key) => [key, WHOLE]));
  return {
    family: "IPv4",
    allow: meeting(named2),
    deny: meeting(namesGroup ? named2 : members),
    memberOf: (peer) => {
      const key = peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : void 0;
      return key !== void 0 && !namesGroup && members.has(key) ? key : void 0;
    }
  };
}
function plainReading(family) {
  const all = anyAddress(family);
  const read = (peer) => {
    if (peer.kind === "any") return { surely: all, possibly: all };
    if (peer.kind === "group") return NONE2;
    if (peer.kind === "one-of") return eitherOf(peer.peers.map(read));
    if (peer.range.kind === "unknown") return { surely: NO_PEERS, possibly: all };
    return { surely: peer.range.peers, possibly: peer.range.peers };
  };
  return { family, allow: read, deny: read, memberOf: () => void 0 };
}

// src/model/ranges.ts
var SERVICE_RANGES = {
  "vpc-endpoint-service": "198.19.128.0/17",
  "internal-services": "100.125.0.0/16"
};
var INTERNAL_SERVICES_OF = { "eu-ch2": "100.126.0.0/16" };
var FORMER_INTERNAL_SERVICES = "100.126.0.0/16";
var SHARED_LOAD_BALANCERS = "100.125.0.0/16";
var NODE_PORT_LIMITS = { from: 20106, to: 32767 };
var DEFAULT_DNS_SERVERS = ["100.125.4.25", "100.125.129.199"];

// src/cluster/addresses.ts
function addressesOf(plan, { cluster, model, configured }, which) {
  const side = cluster?.[which];
  const owner = cluster?.address ?? `cluster ${must(configured, "a model comes from the plan or the configuration").name}`;
  const asking = { plan, which, owner };
  const subnet = side === void 0 ? void 0 : subnetsOf(plan.subnets)(side.subnet, which);
  const subnetReach = subnet?.side.cidr === void 0 ? void 0 : reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  const region2 = configured?.region ?? side?.region;
  const ownPage = hasOwnPage(region2) ? region2 : void 0;
  return {
    vpc: fixedReach(configured?.vpcCidrs) ?? vpcReach(side, subnet, asking) ?? unknownVpc(side, subnet, asking),
    container: fixedReach(configured?.containerCidrs) ?? (model === "eni" ? podSubnetReach(side, asking) : containerReach(side, owner)),
    master: fixedReach(configured?.masterCidrs) ?? masterReach(subnetReach, side?.apiAddress, owner),
    dns: fixedReach(configured?.dnsServers) ?? dnsReach(subnet, owner),
    api: side?.apiAddress === void 0 ? void 0 : reach([side.apiAddress], `${owner}.internal`),
    loadBalancer: fixedReach(configured?.loadBalancerCidrs),
    serviceMesh: fixedReach(configured?.serviceMeshCidrs),
    subnet: subnetReach,
    internalServices: fixedReach(configured?.serviceCidrs) ?? internalServicesOf(ownPage),
    ownPage,
    nodePorts: side?.nodePorts
  };
}
function hasOwnPage(region2) {
  return region2 !== void 0 && Object.hasOwn(INTERNAL_SERVICES_OF, region2);
}
var internalServicesOf = memo(
  (ownPage) => onThePage(
    addressesIn(ownPage === void 0 ? SERVICE_RANGES["internal-services"] : INTERNAL_SERVICES_OF[ownPage])
  )
);
var VPC_ENDPOINTS = addressesIn(SERVICE_RANGES["vpc-endpoint-service"]);
function onThePage(peers) {
  return { ranges: [peers], peers, isSensitive: false, isConfigured: false, source: "the vendor's page" };
}
function withDnsOf(addresses, nodes, { plan, which }) {
  if (addresses.dns.isConfigured || nodes.length === 0) return addresses;
  const reaches = firstOfEach(nodes, ({ subnet }) => JSON.stringify(subnet)).map(
    ({ owner, subnet }) => subnet === void 0 ? addresses.dns : dnsReach(subnetsOf(plan.subnets)(subnet, which), owner)
  );
  const sources = firstOfEach(reaches, ({ source }) => source).map(({ source }) => source);
  return {
    ...addresses,
    dns: {
      ranges: reaches.flatMap(({ ranges }) => ranges),
      peers: unionOfPeers(reaches.map(({ peers }) => peers)),
      isSensitive: reaches.some(({ isSensitive }) => isSensitive),
      isConfigured: false,
      source: sources.join(", "),
      described: reaches.flatMap(({ described = [] }) => described)
    }
  };
}
function withSurroundings(addresses, model) {
  const { vpc, master, container, internalServices } = addresses;
  const isUnknown = ({ peers }) => peers.tokens.length > 0;
  const elsewhere = unionOfPeers([
    model === "eni" ? NO_PEERS : container.peers,
    internalServices.peers,
    VPC_ENDPOINTS
  ]);
  return {
    ...addresses,
    vpc: isUnknown(vpc) ? { ...vpc, within: subtractPeers(ALL_V4, elsewhere) } : vpc,
    master: isUnknown(master) ? { ...master, within: vpc.peers } : master,
    container: isUnknown(container) ? { ...container, within: model === "eni" ? vpc.peers : subtractPeers(ALL_V4, vpc.peers) } : container
  };
}
function filledIn(unknown2, told2 = [], source) {
  if (told2.length === 0 || unknown2.peers.tokens.length === 0) return unknown2;
  const isUnknown = (range) => range.tokens.length > 0;
  const known = unknown2.ranges.filter((range) => !isUnknown(range));
  const cidrs2 = told2.map(({ peers: peers2 }) => peers2);
  const ranges = [...known, ...cidrs2, ...unknown2.ranges.filter(isUnknown).slice(told2.length)];
  const peers = unionOfPeers([...ranges, heldBy(unknown2)]);
  const isSensitive = unknown2.isSensitive || told2.some((cidr) => cidr.isSensitive);
  return { ...unknown2, ranges, peers, isSensitive, source };
}
function heldBy({ peers, ranges }) {
  return peers.tokens.length === 1 ? subtractPeers(peers, unionOfPeers(ranges)) : NO_PEERS;
}
function fixedReach(ranges) {
  return ranges === void 0 ? void 0 : givenReach(ranges);
}
function givenReach(ranges) {
  const peers = unionOfPeers(ranges);
  return { ranges, peers, isSensitive: false, isConfigured: true, source: "configuration" };
}
function reach(ranges, source) {
  const sets = ranges.map((range) => range.kind === "known" ? range.peers : tokenPeers(range.token));
  return {
    ranges: sets,
    peers: unionOfPeers(sets),
    isSensitive: ranges.some((range) => range.kind === "known" && range.isSensitive),
    isConfigured: false,
    source
  };
}
function reachOf(attribute, ranges) {
  return { ...reach(ranges, attribute), attribute };
}
function describedReach(words) {
  return { ...unknownReach(words), described: [words] };
}
function unknownReach(token) {
  const peers = tokenPeers(token);
  return {
    ranges: [peers],
    peers,
    isSensitive: false,
    isConfigured: false,
    source: `not known: ${token}`
  };
}
function vpcReach(side, subnet, { plan, which }) {
  const ref = side === void 0 || side.vpc.kind === "unknown" ? subnet?.side.vpc : side.vpc;
  const vpc = ref === void 0 ? void 0 : vpcsOf(plan.vpcs)(ref, which);
  if (vpc?.side.cidr === void 0) return void 0;
  const more = plan.secondaryCidrs.flatMap(
    ({ [which]: secondary }) => secondary !== void 0 && refersTo(secondary.vpc, vpc.side, vpc.address) ? secondary.cidrs : []
  );
  return reachOf(`${vpc.address}.cidr`, [vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more]);
}
function unknownVpc(side, subnet, { plan, which, owner }) {
  const vpc = side?.vpc;
  const isIn = (other) => vpc !== void 0 && vpc.kind !== "unknown" && JSON.stringify(other) === JSON.stringify(vpc);
  const inside = sidesOf(plan.subnets, which).filter((one) => isIn(one.side.vpc));
  const shown = [subnet, ...inside].flatMap(
    (one) => one?.side.cidr?.kind === "known" ? [one.side.cidr] : []
  );
  return withKnownPart(describedReach(`VPC CIDR of ${owner}`), shown);
}
function masterReach(subnet, api, owner) {
  if (subnet?.peers.tokens.length === 0) return subnet;
  return withKnownPart(
    subnet ?? describedReach(`master node CIDR of ${owner}`),
    api === void 0 ? [] : [api]
  );
}
function withKnownPart(unknown2, known) {
  const more = reach(known, "");
  return {
    ...unknown2,
    peers: unionPeers(unknown2.peers, more.peers),
    isSensitive: unknown2.isSensitive || more.isSensitive
  };
}
function containerReach(side, owner) {
  const attribute = `${owner}.container_network_cidr`;
  if (side === void 0) return unknownReach(attribute);
  return side.containerCidr === void 0 ? { ...unknownReach(attribute), attribute } : reachOf(attribute, [side.containerCidr]);
}
function podSubnetReach(side, { plan, which, owner }) {
  const attribute = `${owner}.eni_subnet_cidr`;
  if (side?.eniSubnetCidr?.kind === "known") return reachOf(attribute, [side.eniSubnetCidr]);
  const subnet = side === void 0 ? void 0 : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== void 0) return reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  return side?.eniSubnetCidr === void 0 ? unknownReach(attribute) : reachOf(attribute, [side.eniSubnetCidr]);
}
function dnsReach(subnet, owner) {
  return subnet === void 0 ? describedReach(`DNS servers of the subnet of ${owner}`) : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}
function finderOf(all) {
  const index = (which) => {
    const found = /* @__PURE__ */ new Map();
    const ordered = sidesOf(all, which).sort((a, b) => Number(a.isData) - Number(b.isData));
    for (const one of ordered) {
      const { id } = one.side;
      for (const name of [`address ${one.address}`, ...id === void 0 ? [] : [`id ${id}`]]) {
        if (!found.has(name)) found.set(name, one);
      }
    }
    return found;
  };
  const sides = { before: index("before"), after: index("after") };
  return (ref, which) => {
    if (ref.kind === "unknown") return void 0;
    return sides[which].get(ref.kind === "id" ? `id ${ref.id}` : `address ${ref.address}`);
  };
}
var subnetsOf = memoOfObject((all) => finderOf(all));
var vpcsOf = memoOfObject((all) => finderOf(all));
function neutronSubnetOf(plan, ref, which) {
  if (ref.kind !== "id") return subnetsOf(plan.subnets)(ref, which);
  return sidesOf(plan.subnets, which).find(({ side }) => side.subnetId === ref.id);
}
function sidesOf(all, which) {
  return all.flatMap(
    ({ [which]: side, address, isData }) => side === void 0 ? [] : [{ side, address, isData }]
  );
}
function refersTo(ref, { id }, address) {
  if (ref.kind === "unknown") return false;
  return ref.kind === "id" ? ref.id === id : ref.address === address;
}

// src/model/requirement.ts
var NETWORK_MODELS = ["vpc-router", "overlay_l2", "eni"];
function networkModelOf(text2) {
  return NETWORK_MODELS.find((model) => model === text2);
}
var ROLES = ["node", "control", "eni"];
var ROLE_OF = { "node-group": "node", "control-group": "control", "eni-group": "eni" };
function isGroupPeer(peer) {
  return Object.hasOwn(ROLE_OF, peer);
}
function roleOfPeer(peer) {
  return ROLE_OF[peer];
}

// src/effective/rule-identity.ts
function isSamePeer(a, b) {
  if (isEverything(a) || isEverything(b)) return isEverything(a) && isEverything(b);
  if (a.kind === "range" && b.kind === "range") {
    if (a.range.kind === "unknown" || b.range.kind === "unknown") {
      return a.range.kind === "unknown" && b.range.kind === "unknown" && a.range.token === b.range.token;
    }
    return samePeers(a.range.peers, b.range.peers);
  }
  if (a.kind !== "group" || b.kind !== "group") return false;
  return a.group.kind === "group" && b.group.kind === "group" && a.group.key === b.group.key;
}
function isEverything(peer) {
  if (peer.kind === "any") return true;
  if (peer.kind !== "range" || peer.range.kind !== "known") return false;
  const { peers } = peer.range;
  return hasAllV4(peers) || samePeers(peers, anyAddress("IPv6"));
}
function identityHint({ group, direction, family, action: action2, traffic, peer }) {
  const owner = group.kind === "group" ? group.key : "";
  return `${direction} ${family} ${action2} ${trafficHint(traffic)} ${peerHint(peer)} ${owner}`;
}
function trafficHint({ protocols, ports }) {
  const [first, last] = [ports[0], ports.at(-1)];
  if (first === void 0 || last === void 0 || last.hi === 0) return "";
  return `${protocols[0]?.lo ?? -1}-${protocols.at(-1)?.hi ?? -1} ${Math.max(1, first.lo)}-${last.hi}`;
}
function peerHint(peer) {
  if (isEverything(peer)) return "all";
  if (peer.kind === "range")
    return peer.range.kind === "unknown" ? peer.range.token : `${peer.range.peers.root}`;
  return peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : "not known";
}
function isSameTraffic(a, b) {
  if (a.isAtMost === true || b.isAtMost === true) return false;
  if (sameSets(a.protocols, b.protocols) && sameSets(a.ports, b.ports)) return true;
  const isApart = !sameSets(a.protocols, b.protocols) || a.ports.at(-1)?.hi !== b.ports.at(-1)?.hi;
  if (namesPort(a) && namesPort(b) && isApart) return false;
  const packets = ({ protocols, ports }) => region("ingress", protocols, ports, anyAddress("IPv4"));
  return isSame(packets(a), packets(b));
}
function namesPort({ ports }) {
  return ports.some(({ hi }) => hi > 0);
}
function mayBeSame(a, b) {
  const isSamePriority2 = a.priority.kind !== "known" || b.priority.kind !== "known" || a.priority.value === b.priority.value;
  return a.direction === b.direction && a.family === b.family && a.action === b.action && isSamePriority2 && (isUnknownPeer(a.peer) || isUnknownPeer(b.peer) || isSamePeer(a.peer, b.peer)) && (a.traffic.isAtMost === true || b.traffic.isAtMost === true || isSameTraffic(a.traffic, b.traffic));
}
function isUnknownPeer(peer) {
  return peer.kind === "one-of" || peer.kind === "range" && peer.range.kind === "unknown";
}
function allowsEverybody({ traffic, peer }) {
  if (traffic.isAtMost === true || !isSamePeer(peer, { kind: "any" })) return false;
  const all = anyAddress("IPv4");
  return isSame(region("egress", traffic.protocols, traffic.ports, all), allTraffic("egress", all));
}

// src/cluster/reaches.ts
var EVERYWHERE = onThePage(ALL_V4);
var ENDPOINTS = onThePage(VPC_ENDPOINTS);
function reachesOf(peer, addresses) {
  const { vpc, container, master, dns, internalServices } = addresses;
  switch (peer) {
    case "any":
      return [EVERYWHERE];
    case "vpc-cidr":
      return [vpc];
    case "container-cidr":
    case "container-subnet-cidr":
      return [container];
    case "vpc-and-container-cidr":
      return [vpc, container];
    case "master-node-cidr":
      return [master];
    case "dns-servers":
      return [dns];
    case "vpc-endpoint-service":
      return [ENDPOINTS];
    case "internal-services":
      return [internalServices];
  }
}
function keptReaches(keep2, addresses) {
  const { vpc, container, loadBalancer, serviceMesh } = addresses;
  const reaches = {
    "vpc-cidr": vpc,
    "container-cidr": container,
    "load-balancer-cidrs": loadBalancer,
    "service-mesh-cidrs": serviceMesh
  };
  return keep2.flatMap((name) => reaches[name] ?? []);
}

// src/cluster/default-rules.ts
function rowTraffic({ protocol, ports }) {
  return {
    protocols: [protocol === "all" ? ALL_PROTOCOLS : single(PROTOCOL_NUMBERS[protocol])],
    ports: ports === "all" ? ALL_PORTS : [{ lo: ports.from, hi: ports.to }]
  };
}
function defaultRulesOfRow({ row: row2, group, keys }, before, after) {
  const old = before === void 0 ? [] : peersOfRow(row2, keys, before);
  const next = after === void 0 ? [] : peersOfRow(row2, keys, after);
  const isIn = (list2, peer) => list2.some((other) => isSamePeer(peer, other));
  const fresh = next.filter((peer) => !isIn(old, peer));
  const side = (peer) => sideOfRow(row2, group, peer);
  const alternatives = row2.peer === "master-node-cidr" ? mastersByAnotherName(keys, before ?? after) : [];
  const base = { requirement: row2, alternatives };
  const following = old.map((peer) => {
    const own = side(peer);
    if (isIn(next, peer)) return { ...base, before: own, after: own };
    const follower = fresh.shift();
    return { ...base, before: own, after: follower === void 0 ? void 0 : side(follower) };
  });
  return [...following, ...fresh.map((peer) => ({ ...base, before: void 0, after: side(peer) }))];
}
function sideOfRow(row2, group, peer) {
  return {
    group: { kind: "group", key: group },
    direction: row2.direction,
    family: "IPv4",
    traffic: trafficOf(row2),
    peer,
    action: "allow",
    priority: UNDOCUMENTED,
    problems: []
  };
}
var trafficOf = memoOfObject((row2) => rowTraffic(row2));
var UNDOCUMENTED = { kind: "undocumented" };
function peersOfRow(row2, keys, addresses) {
  if (row2.peer === "any") return [{ kind: "any" }];
  if (isGroupPeer(row2.peer)) return groupPeers(keys[roleOfPeer(row2.peer)]);
  return reachesOf(row2.peer, addresses).flatMap(rangePeers);
}
var rangePeers = memoOfObject(
  ({ ranges, isSensitive }) => ranges.map((peers) => {
    const [token] = peers.tokens;
    return {
      kind: "range",
      range: token === void 0 ? { kind: "known", peers, isSensitive } : { kind: "unknown", token, why: `${token} is not known` }
    };
  })
);
function groupPeers(key) {
  return key === void 0 ? [] : [{ kind: "group", group: { kind: "group", key }, isSensitive: false }];
}
function mastersByAnotherName(keys, addresses) {
  if (addresses === void 0) return [];
  const subnet = addresses.subnet === void 0 ? [] : rangePeers(addresses.subnet);
  return [...rangePeers(addresses.vpc), ...subnet, ...groupPeers(keys.control)];
}
function defaultRulesOfGroup(group) {
  if (!group.hasDefaultRules) return [];
  const rule = (direction, family, peer) => {
    const side = {
      group: { kind: "group", key: group.key },
      direction,
      family,
      traffic: ALL_TRAFFIC,
      peer,
      action: "allow",
      priority: group.api === "v3" ? { kind: "known", value: 100 } : UNDOCUMENTED,
      problems: []
    };
    return {
      requirement: void 0,
      before: group.existsBefore ? side : void 0,
      after: group.existsAfter ? side : void 0,
      alternatives: []
    };
  };
  const families = ["IPv4", "IPv6"];
  const self2 = group.api === "v3" ? groupPeers(group.key) : [];
  return [
    ...families.map((family) => rule("egress", family, { kind: "any" })),
    ...families.flatMap((family) => self2.map((peer) => rule("ingress", family, peer)))
  ];
}
function isDefaultRule(side, rule, agreement) {
  const own = rule.before;
  if (own === void 0 || !isAccepted(side) || side.action !== "allow") return false;
  if (side.direction !== own.direction || side.family !== own.family) return false;
  if (!isSameTraffic(side.traffic, own.traffic)) return false;
  const isPeer = (peer) => agree(side.peer, peer, agreement);
  return isPeer(own.peer) || rule.alternatives.some(isPeer);
}
function mayBeDefaultRule(side, rule, agreement) {
  const { traffic } = side;
  const own = rule.before?.traffic;
  if (traffic.isAtMost !== true || own === void 0) return isDefaultRule(side, rule, agreement);
  const isOfThese = sameSets(traffic.protocols, own.protocols);
  return isOfThese && isDefaultRule({ ...side, traffic: own }, rule, agreement);
}
function agree(peer, own, agreement) {
  if (isSamePeer(peer, own)) return true;
  if (own.kind === "range" && own.range.kind === "unknown") {
    const cidr = knownCidr(peer);
    return cidr !== void 0 && agreement.mayHave(own.range.token, cidr);
  }
  if (own.kind !== "group" || peer.kind !== "group") return false;
  const [a, b] = [own.group, peer.group];
  return a.kind === "group" && b.kind === "group" && agreement.isIdUnknown(a.key) && agreement.isUnplaced(b.key);
}
function knownCidr(peer) {
  if (peer.kind !== "range" || peer.range.kind !== "known") return void 0;
  const { peers } = peer.range;
  return hasAllV4(peers) || peers.v4.length === 0 ? void 0 : peers;
}

// src/cluster/question.ts
function askRow(row2, { role }, state) {
  const { addresses } = state;
  const { vpc, container, master } = addresses;
  const control = state.controlGroup === void 0 ? [] : [state.controlGroup];
  const ask = (reaches, groups) => askFor({ row: row2, addresses }, reaches, groups);
  const { peer } = row2;
  if (!isGroupPeer(peer)) {
    const question = ask(reachesOf(peer, addresses));
    return peer === "master-node-cidr" ? { ...question, groups: control } : question;
  }
  switch (peer) {
    case "node-group":
      return ask([vpc], role === "node" ? state.groups : []);
    case "control-group":
      return ask([master], control);
    case "eni-group":
      return ask([container], state.groups);
  }
}
function askFloor(row2, keep2, { addresses }) {
  return askFor({ row: row2, addresses }, keptReaches(keep2, addresses));
}
function askFor({ row: row2, addresses }, reaches, groups) {
  const traffic = rowTraffic(row2);
  const nodePorts2 = row2.isNodePorts === true ? addresses.nodePorts : void 0;
  return {
    direction: row2.direction,
    traffic: nodePorts2?.kind === "known" ? { ...traffic, ports: [intervalOf(nodePorts2.range)] } : traffic,
    isNodePorts: row2.isNodePorts === true,
    beyond: nodePorts2?.kind === "unknown" ? { traffic: beyond(traffic), token: nodePorts2.token } : void 0,
    need: unionOfPeers(reaches.map(({ peers }) => peers)),
    isSensitive: reaches.some(({ isSensitive }) => isSensitive),
    groups: groups ?? [],
    namesGroup: groups !== void 0
  };
}
function beyond({ protocols, ports }) {
  return { protocols, ports: subtractSets(NUMBERS, [intervalOf(NODE_PORT_LIMITS)], ports) };
}
function intervalOf({ from, to }) {
  return { lo: from, hi: to };
}
function needOf({ direction, traffic, need }) {
  return region(direction, traffic.protocols, traffic.ports, need);
}

// src/model/row.ts
function row(id, access, words) {
  return { id, ...access, ...words };
}
function table(number, { suggestion = "not-recommended", ...head }, rows) {
  const counted2 = rows.map((one, at) => ({ suggestion, ...one, table: number, number: at + 1 }));
  return { table: number, ...head, rows: counted2 };
}
function ingress(packets, peer) {
  return { direction: "ingress", ...packets, peer };
}
function egress(packets, peer) {
  return { direction: "egress", ...packets, peer };
}
var ALL = { protocol: "all", ports: "all" };
var ALL_ICMP = { protocol: "icmp", ports: "all" };
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
    row("T1.3", ingress(ALL_ICMP, "control-group"), {
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
      isAmongNodes: true,
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
      isAmongNodes: true,
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
var PAGE_DATE = "2026-03-04";
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

// src/cluster/alike.ts
function isAlike(a, b) {
  if (a === b) return true;
  if (a instanceof PeerSet || b instanceof PeerSet) {
    return a instanceof PeerSet && b instanceof PeerSet && samePeers(a, b);
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [own, other] = [membersIn(a), membersIn(b)];
  return own.length === other.length && own.every(([key, value], i) => {
    const [otherKey2, otherValue] = must(other[i], "as many");
    return otherKey2 === key && isAlike(value, otherValue);
  });
}
function membersIn(value) {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value].map((member) => [member, member]) : Object.entries(value);
}

// src/cluster/bound-cluster.ts
function bind(plan, cluster, learned) {
  const { resource, model } = cluster;
  const side = (which) => {
    if (model === void 0 || resource !== void 0 && resource[which] === void 0) return void 0;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return withSurroundings(withLearned(addressesOf(plan, facts, which), learned), model);
  };
  const before = side("before");
  const after = side("after");
  return {
    ...cluster,
    control: withKey(cluster.control, learned.control),
    eni: cluster.eni === void 0 ? void 0 : withKey(cluster.eni, learned.eni),
    before,
    after: isAlike(before, after) ? before : after
  };
}
function withKey(group, key) {
  if (key === void 0 || !group.isIdUnknown) return group;
  return {
    ...group,
    before: group.before === void 0 ? void 0 : key,
    after: group.after === void 0 ? void 0 : key,
    isIdUnknown: false
  };
}
var LEARNED_BY = "a rule that is a default rule";
function withLearned(addresses, learned) {
  return {
    ...addresses,
    vpc: filledIn(addresses.vpc, learned.vpc, LEARNED_BY),
    container: filledIn(addresses.container, learned.container, LEARNED_BY),
    master: filledIn(addresses.master, learned.master, LEARNED_BY)
  };
}
function madeRules(cluster, role, key) {
  const table9 = cluster.model === void 0 ? void 0 : tableOf(role, cluster.model);
  const group = cluster[role];
  if (table9 === void 0 || group === void 0) return [];
  const isAlso = group.also.includes(key);
  const before = isAlso || group.before === key ? cluster.before : void 0;
  const now = isAlso || group.after === key ? cluster.after : void 0;
  const after = now !== void 0 && before !== void 0 && role !== "node" ? before : now;
  const keys = groupKeys(cluster, before === void 0 ? "after" : "before");
  return table9.rows.flatMap((row2) => defaultRulesOfRow({ row: row2, group: key, keys }, before, after));
}
function groupKeys({ node, control, eni }, which) {
  return { node: node[which], control: control[which], eni: eni?.[which] };
}
function isIdUnknown({ control, eni }, key) {
  return [control, eni].some((group) => group?.isIdUnknown === true && group.before === key);
}

// src/weigh/question.ts
function boundsOf(question, subject, state, world) {
  return boundsOfNeed(needOf(question), { question, subject, state, world });
}
function boundsOfNeed(need, weighing) {
  const { state, world } = weighing;
  return boundsWithin(
    need,
    weighing,
    (part, reading) => letThrough(state.rules, part, reading, world.configuration.defaultRulePriority)
  );
}
function boundsWithin(packets, weighing, weigh) {
  const places = placesOf(weighing.state.addresses);
  const at = (peers, from, names) => {
    const put = (own) => from === void 0 ? intersectPeers(own, peers) : own.tokens.includes(from) ? peers : NO_PEERS;
    const part = mapPeers(packets, put);
    return isEmpty(part) ? NOTHING : weigh(part, readingFor(weighing, names, places));
  };
  const ofToken = (token) => {
    const own = tokenPeers(token);
    const bounds = placedParts(token, places).map(({ peers, names }) => {
      const { surely, possibly } = at(peers, token, names);
      return {
        surely: mapPeers(surely, (passing) => peersWithin(peers, passing) ? own : NO_PEERS),
        possibly: mapPeers(possibly, () => own)
      };
    });
    return {
      surely: bounds.map(({ surely }) => surely).reduce(intersect),
      possibly: unionOf(bounds.map(({ possibly }) => possibly))
    };
  };
  const known = at(ALL_V4, void 0, []);
  const { tokens } = weighing.question.need;
  return tokens.length === 0 ? known : unionOfBounds([known, ...tokens.map(ofToken)]);
}
var ANYWHERE = { within: void 0, holds: NO_PEERS };
function placesOf({ vpc, container, master, dns }) {
  return (token) => {
    const reach2 = [vpc, master, container, dns].find(({ peers }) => peers.tokens.includes(token));
    if (reach2 === void 0) return ANYWHERE;
    return { within: reach2.within, holds: heldBy(reach2) };
  };
}
function placedParts(token, places) {
  const { within: within2 = ALL_V4 } = places(token);
  const around2 = within2.tokens.map((outer) => ({ ...places(outer), names: [token, outer] }));
  const rest = subtractPeers(intersectPeers(within2, ALL_V4), unionOfPeers(around2.map(({ holds: holds2 }) => holds2)));
  const parts = [
    ...around2.map(({ within: peers = ALL_V4, names }) => ({ peers: intersectPeers(peers, ALL_V4), names })),
    { peers: rest, names: [token] }
  ].filter(({ peers }) => !hasNoPeers(peers));
  return parts.length > 0 ? parts : [{ peers: ALL_V4, names: [token] }];
}
function readingFor({ question, subject, state, world }, names, places) {
  const hasPlace = names.length === 0 || names.some((name) => places(name).within !== void 0);
  const seen = (peers) => names.some((name) => peers.tokens.includes(name)) ? ALL_V4 : hasPlace ? peers : NO_PEERS;
  return readingOf({
    names,
    seen: (members) => names.length === 0 ? members : { surely: seen(members.surely), possibly: seen(members.possibly) },
    placeOf: (token) => {
      const { holds: holds2 } = places(token);
      const parts = placedParts(token, places).map(({ peers }) => peers);
      return { surely: holds2, possibly: unionOfPeers([holds2, ...parts]) };
    },
    groups: question.groups,
    namesGroup: question.namesGroup,
    members: state.members,
    isUnplaced: world.isUnplaced,
    isIdUnknown: (key) => isIdUnknown(subject.cluster, key)
  });
}
function coverageOf(question, subject, state, world) {
  const need = needOf(question);
  const bounds = boundsOfNeed(need, { question, subject, state, world });
  const { missing, undecided } = coverage(need, bounds);
  if (question.beyond === void 0) return { need, missing, undecided, bounds };
  const more = { ...question, traffic: question.beyond.traffic, beyond: void 0 };
  const lacking = subtract(needOf(more), boundsOf(more, subject, state, world).surely);
  return { need, missing, undecided: union(undecided, lacking), bounds };
}
function outcomeOf(ask, subject, world) {
  const weigh = (state) => {
    const question = ask(state);
    return { question, ...coverageOf(question, subject, state, world) };
  };
  const after = weigh(subject.after);
  const weighOther = (state) => state === subject.after ? after : weigh(state);
  const before = subject.before === void 0 ? void 0 : weighOther(subject.before);
  const wasMissing = before?.missing;
  const preExisting = wasMissing === void 0 ? EMPTY : intersect(after.missing, wasMissing);
  const isFine = isEmpty(after.missing) && isEmpty(after.undecided);
  const made = withoutRenamed(subject.after, world);
  const refused2 = made === subject.after ? EMPTY : subtract(weigh(made).missing, after.missing);
  return {
    need: after.need,
    question: after.question,
    needBefore: before?.need ?? EMPTY,
    introduced: wasMissing === void 0 ? after.missing : subtract(after.missing, wasMissing),
    preExisting,
    transient: before === void 0 || subject.during === void 0 ? EMPTY : subtract(cut(before, after, weighOther(subject.during)), refused2),
    refused: refused2,
    undecided: after.undecided,
    undecidedBefore: before?.undecided ?? EMPTY,
    surelyBefore: before === void 0 ? EMPTY : intersect(before.need, before.bounds.surely),
    isResolved: isFine && wasMissing !== void 0 && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true
  };
}
function withoutRenamed(after, { renamed: renamed2 }) {
  if (renamed2.size === 0) return after;
  const rules = keptOf(after.rules, ({ address }) => address === void 0 || !renamed2.has(address));
  return rules === after.rules ? after : { ...after, rules };
}
function cut(before, after, during2) {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely)
  );
  return subtract(fine, during2.bounds.surely);
}

// src/cluster/learned.ts
var TOLD_BY = {
  "vpc-cidr": "vpc",
  "container-cidr": "container",
  "container-subnet-cidr": "container",
  "master-node-cidr": "master",
  "control-group": "control",
  "eni-group": "eni"
};
function isAllKnown({ before, control, eni }) {
  if (control.isIdUnknown || eni?.isIdUnknown === true) return false;
  if (before === void 0) return true;
  const { vpc, container, master, dns, internalServices } = before;
  return [vpc, container, master, dns, internalServices].every(
    ({ ranges, peers }) => peers.tokens.length === 0 && ranges.every(({ tokens }) => tokens.length === 0)
  );
}
function learnedOf(cluster, pastOf, isUnplaced) {
  const tellings = ROLES.flatMap((role) => {
    const group2 = cluster[role];
    const keys = group2 === void 0 ? [] : [group2.before ?? [], group2.also].flat();
    return keys.flatMap(
      (key) => tellingsOf(cluster, madeRules(cluster, role, key), { key, pastOf, isUnplaced })
    );
  });
  const group = (name) => tellings.filter(({ names }) => names.includes(name)).flatMap(({ peer }) => peer.kind === "group" && peer.group.kind === "group" ? [peer.group.key] : []).at(-1);
  return {
    vpc: cidrsFor("vpc", tellings, cluster),
    container: cidrsFor("container", tellings, cluster),
    master: cidrsFor("master", tellings, cluster),
    control: group("control"),
    eni: group("eni")
  };
}
function tellingsOf(cluster, made, {
  key,
  pastOf,
  isUnplaced
}) {
  const learnable = made.filter((rule) => isLearnable(rule, cluster));
  if (learnable.length === 0) return [];
  const agreement = {
    isUnplaced,
    isIdUnknown: (own) => isIdUnknown(cluster, own),
    mayHave: () => true
  };
  return pastOf(key).filter(({ group }) => group.kind === "group" && group.key === key).map((side) => {
    const rows = learnable.filter((rule) => isDefaultRule(side, rule, agreement));
    return {
      peer: side.peer,
      names: distinct(rows.flatMap(({ requirement: requirement2 }) => TOLD_BY[requirement2.peer] ?? []))
    };
  });
}
function isLearnable({ before }, cluster) {
  const peer = before?.peer;
  if (peer?.kind === "range") return peer.range.kind === "unknown";
  return peer?.kind === "group" && peer.group.kind === "group" && isIdUnknown(cluster, peer.group.key);
}
function cidrsFor(name, tellings, cluster) {
  const { before: addresses } = cluster;
  if (addresses === void 0) return [];
  const told2 = tellings.flatMap(({ peer, names }) => {
    const cidr = knownCidr(peer);
    const isOpen = !isPeerSensitive({ peer });
    return cidr === void 0 ? [] : [{ cidr, text: cidrsOf(cidr).join(), names, isOpen }];
  });
  const sure = told2.filter(({ names }) => names.length === 1);
  const taken = new Set(sure.map(({ text: text2 }) => text2));
  const own = sure.filter(({ names }) => names.includes(name));
  const isVpcTold = sure.some(({ names }) => names.includes("vpc"));
  const mayTell = (names) => names.includes(name) && (name !== "container" || isVpcTold || !names.includes("vpc"));
  const likely = own.length > 0 ? own : told2.filter(({ names, text: text2 }) => mayTell(names) && !taken.has(text2));
  const open = new Set(told2.filter(({ isOpen }) => isOpen).map(({ text: text2 }) => text2));
  const cidrs2 = firstOfEach(likely, ({ text: text2 }) => text2).map(({ cidr, text: text2 }) => ({ peers: cidr, isSensitive: !open.has(text2) })).filter(({ peers }) => mayBe(name, peers, cluster));
  const all = unionOfPeers(cidrs2.map(({ peers }) => peers));
  return name === "vpc" && !peersWithin(heldBy(addresses.vpc), all) ? [] : cidrs2;
}
function mayBe(name, cidr, { before: addresses, model }) {
  if (addresses === void 0) return false;
  const { vpc, container, master } = addresses;
  const isIn = ({ peers, within: within2 = ALL_V4 }) => peersWithin(cidr, peers.tokens.length === 0 ? peers : within2);
  const isApart = ({ peers }) => hasNoPeers(intersectPeers(cidr, withoutTokens(peers)));
  switch (name) {
    case "vpc":
      return isIn(vpc) && !samePeers(cidr, container.peers);
    case "container":
      return model === "eni" ? isIn(vpc) : isApart(vpc);
    case "master":
      return isIn(vpc) && !peersWithin(vpc.peers, cidr) && peersWithin(heldBy(master), cidr);
  }
}
function mayBeVpc(cluster, token, cidr) {
  const vpc = cluster.before?.vpc;
  return vpc?.peers.tokens.includes(token) === true && mayBe("vpc", cidr, cluster) && peersWithin(heldBy(vpc), cidr);
}

// src/plan/value.ts
var UNSET = { kind: "unset" };
var UNKNOWN = { kind: "unknown" };
function isNothing(value) {
  return value === void 0 || value === null || value === "";
}
function rawAt(side, name) {
  if (isMarked(side.unknown, name)) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  if (isNothing(value)) return UNSET;
  if (Array.isArray(value) && value.length === 0) return UNSET;
  return { kind: "known", value, isSensitive: isMarked(side.sensitive, name) };
}
function knownAs(value, { isSensitive }) {
  return { kind: "known", value, isSensitive };
}
function textAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "string" ? knownAs(raw.value, raw) : UNKNOWN;
}
function integerAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  const isDecimal = typeof raw.value === "string" && /^-?\d{1,15}$/.test(raw.value);
  const number = isDecimal ? Number(raw.value) : raw.value;
  return typeof number === "number" && Number.isInteger(number) ? knownAs(number, raw) : UNKNOWN;
}
function flagAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "boolean" ? knownAs(raw.value, raw) : UNKNOWN;
}
function textsAt(side, name) {
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  if (!Array.isArray(value)) return isNothing(value) && !isMarked(side.unknown, name) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const texts = value.flatMap((element2, i) => {
    if (marks[i] === true || typeof element2 !== "string") return [void 0];
    return element2 === "" ? [] : [element2];
  });
  if (texts.length === 0) return UNSET;
  return { kind: "known", value: texts, isSensitive: isMarked(side.sensitive, name) };
}
function blocksAt(side, name) {
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  if (!Array.isArray(value)) return isNothing(value) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const sensitive = isRecord(side.sensitive) ? side.sensitive[name] : side.sensitive;
  const sensitives = Array.isArray(sensitive) ? sensitive : [];
  const sides = value.map((element2, i) => ({
    values: isRecord(element2) ? element2 : {},
    unknown: isRecord(element2) ? marks[i] : true,
    sensitive: sensitive === true ? true : sensitives[i]
  }));
  return sides.length === 0 ? UNSET : { kind: "known", value: sides, isSensitive: sensitive === true };
}
function ifKnown(value) {
  return value.kind === "known" ? value.value : void 0;
}
function knownText(side, name) {
  return side === void 0 ? void 0 : ifKnown(textAt(side, name));
}
function idOf(side) {
  return knownText(side, "id");
}
function instancesById(instances2) {
  const byId2 = /* @__PURE__ */ new Map();
  for (const instance2 of instances2) {
    for (const id of [idOf(instance2.before), idOf(instance2.after)]) {
      if (id !== void 0) byId2.set(id, instance2);
    }
  }
  return byId2;
}

// src/plan/references/group-names.ts
var GROUP_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_v2",
  "opentelekomcloud_vpc_secgroup_v3",
  "opentelekomcloud_compute_secgroup_v2"
]);
var CLUSTER_TYPE = "opentelekomcloud_cce_cluster_v3";
function keyOfAttribute(instance2, attribute) {
  return attribute === "id" ? instance2.address : `${instance2.address}.${attribute}`;
}
function roleOfName(text2) {
  return roleIn(text2, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)-/);
}
function roleOfPattern(text2) {
  const plain2 = text2.replace(/^\^/, "").replace(/[()]|\?:/g, "").replace(/\\([-.])/g, "$1").replace(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, "-");
  return roleIn(plain2, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)(?![a-z0-9])/) ?? roleIn(plain2, /^(?:\.[*+]\??)?()-?cce-(node|control|eni)(?![a-z0-9])/);
}
function roleIn(text2, pattern) {
  const [, cluster, role] = pattern.exec(text2) ?? [];
  const known = ROLES.find((one) => one === role);
  return known === void 0 ? void 0 : { cluster: cluster === "" ? void 0 : cluster, role: known };
}
var CCE_DESCRIPTION = /\bcreated by CCE cluster ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b(.*)/is;
var ROLE_WORDS = [
  ["control", /\bmaster\b/i],
  ["eni", /\beni\b/i],
  ["node", /\bnode\b/i]
];
function groupOriginOf(instance2) {
  const { before } = instance2;
  const after = isReplaced(instance2) ? void 0 : instance2.after;
  const sides = [before, after].filter((side) => side !== void 0);
  const isManaged = instance2.mode === "managed";
  if (isManaged && (before === void 0 || sides.some(hasNoDefaultRules))) return { kind: "own" };
  const told2 = sides.flatMap((side) => nameOfSide(side, "description") ?? []);
  const [made] = told2.flatMap((description) => madeByCce(description) ?? []);
  return made ?? { kind: isManaged && told2.length > 0 ? "own" : "not-told" };
}
function madeByCce({ text: text2, isSensitive }) {
  const [, clusterId, words = ""] = CCE_DESCRIPTION.exec(text2) ?? [];
  const [role] = ROLE_WORDS.find(([, word]) => word.test(words)) ?? [];
  return clusterId === void 0 || role === void 0 ? void 0 : { kind: "cce", clusterId, role, isSensitive };
}
function hasNoDefaultRules(side) {
  return ifKnown(flagAt(side, "delete_default_rules")) === true;
}
function nameOfSide(side, attribute = "name") {
  const value = side === void 0 ? void 0 : textAt(side, attribute);
  return value?.kind === "known" ? { text: value.value, isSensitive: value.isSensitive } : void 0;
}
var RULE_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_rule_v2",
  "opentelekomcloud_vpc_secgroup_rule_v3"
]);
function postponedGroups(instances2, resolver) {
  const keys = /* @__PURE__ */ new Map();
  const clusters = instances2.filter(
    ({ type, mode, after }) => type === CLUSTER_TYPE && mode === "managed" && after !== void 0
  );
  const postponed = instances2.filter(
    ({ type, mode, after }) => GROUP_TYPES.has(type) && mode === "data" && after !== void 0 && idOf(after) === void 0
  );
  const byName2 = groupBy(clusters, ({ after }) => knownText(after, "name"));
  const clustersNamed = ({ cluster }) => cluster === void 0 ? clusters : byName2.get(cluster) ?? [];
  const former = memo(() => formerGroups(instances2, resolver));
  for (const { address, after } of postponed) {
    const name = knownText(after, "name");
    const pattern = knownText(after, "name_regex");
    const told2 = name !== void 0 ? roleOfName(name) : pattern === void 0 ? void 0 : roleOfPattern(pattern);
    const made = told2 === void 0 ? void 0 : groupMadeFor(told2, clustersNamed);
    const key = made ?? onlyOne(former(void 0).get(address) ?? []);
    if (key !== void 0) keys.set(address, key);
  }
  return keys;
}
function groupMadeFor(told2, clustersNamed) {
  const { role } = told2;
  const [own, ...others] = clustersNamed(told2);
  if (own === void 0 || others.length > 0 || role === "eni") return void 0;
  const attribute = `security_group_${role}`;
  const id = isReplaced(own) ? void 0 : knownText(own.after, attribute);
  return id ?? keyOfAttribute(own, attribute);
}
function formerGroups(instances2, { resolve }) {
  const named2 = [];
  for (const instance2 of instances2) {
    const { type, before, after } = instance2;
    if (!RULE_TYPES.has(type) || before === void 0 || after === void 0) continue;
    for (const attribute of ["security_group_id", "remote_group_id"]) {
      const id = knownText(before, attribute);
      if (id === void 0 || !isMarked(after.unknown, attribute)) continue;
      const address = onlyTarget(resolve(instance2, attribute));
      if (address !== void 0) named2.push({ address, id });
    }
  }
  const byAddress2 = groupBy(named2, ({ address }) => address);
  return new Map([...byAddress2].map(([address, same2]) => [address, same2.map(({ id }) => id)]));
}
function onlyTarget(ends) {
  return onlyOne(ends.map((end) => end.kind === "target" ? end.address : void 0));
}
var ID_ATTRIBUTES = [
  "id",
  "secgroup_id",
  "security_group_id",
  "remote_group_id",
  "security_group_ids",
  "security_groups",
  "security_group_node",
  "security_group_control"
];
function sensitiveIdsOf(instances2, { resolve }) {
  const ids = /* @__PURE__ */ new Set();
  for (const instance2 of instances2) {
    for (const side of [instance2.before, instance2.after, instance2.drifted]) {
      if (side === void 0 || !hasMark(side.sensitive)) continue;
      for (const name of ID_ATTRIBUTES.filter((attribute) => isMarked(side.sensitive, attribute))) {
        const told2 = isMarked(side.unknown, name) ? resolve(instance2, name).flatMap(constantOf) : [];
        for (const value of [side.values[name], told2].flat(2)) {
          if (typeof value === "string" && value !== "") ids.add(value);
        }
      }
    }
  }
  return ids;
}
function constantOf(outcome) {
  return outcome.kind === "constant" ? [outcome.value] : [];
}

// src/cluster/group-index.ts
function indexGroups({ groups, clusters, nodePools }) {
  const only2 = onlyOne(clusters.map(({ before, after }) => (after ?? before)?.name?.text));
  const pooled = new Set(
    nodePools.flatMap(
      ({ before, after }) => knownKeys([before, after].flatMap((side) => side?.groups ?? []))
    )
  );
  const byDescription = indexBy(
    groups,
    ({ origin }) => origin.kind === "cce" ? [placeText(origin.clusterId, origin.role)] : []
  );
  const byName2 = indexBy(
    groups,
    (group) => group.origin.kind === "own" ? [] : rolesToldBy(group).map(({ cluster = only2 ?? "", role }) => placeText(cluster, role))
  );
  const texts = /* @__PURE__ */ new Map();
  for (const group of groups.filter(({ existsAfter }) => existsAfter)) {
    for (const text2 of [group.key, group.address, group.nameAfter?.text, group.nameBefore?.text]) {
      if (text2 !== void 0 && !texts.has(text2)) texts.set(text2, group);
    }
  }
  const managed = new Set(groups.flatMap(({ key, isData }) => isData ? [] : [key]));
  return {
    madeFor: ({ name, ids }, role) => {
      const [described] = (ids ?? []).flatMap((id) => byDescription(placeText(id, role)));
      if (described !== void 0) return described;
      const candidates = byName2(placeText(name, role)).filter(
        ({ origin }) => origin.kind !== "cce" || ids === void 0 && origin.role === role
      );
      return candidates.find(({ key }) => !pooled.has(key)) ?? candidates[0];
    },
    named: (text2) => texts.get(text2),
    isManaged: (key) => managed.has(key)
  };
}
function indexBy(groups, placesOf2) {
  const placed = groups.flatMap((group) => placesOf2(group).map((place2) => ({ place: place2, group })));
  const byPlace = groupBy(placed, ({ place: place2 }) => place2);
  return (place2) => (byPlace.get(place2) ?? []).map(({ group }) => group);
}
function placeText(cluster, role) {
  return JSON.stringify([cluster, role]);
}
function roleToldBy({ nameBefore, nameAfter }) {
  const name = nameBefore ?? nameAfter;
  if (name === void 0) return void 0;
  return name.isPattern === true ? roleOfPattern(name.text) : roleOfName(name.text);
}
function rolesToldBy(group) {
  const told2 = roleToldBy(group);
  if (told2 !== void 0) return [told2];
  const { text: text2 = "" } = group.nameBefore ?? group.nameAfter ?? {};
  return [...text2.matchAll(/-control-/g)].map(({ index }) => ({
    cluster: text2.slice(0, index),
    role: "control"
  }));
}

// src/cluster/placement.ts
var SENSITIVE_NAME = "(sensitive)";
function printable({ text: text2, isSensitive }) {
  return isSensitive ? SENSITIVE_NAME : text2;
}
function placeClusters(plan, configuration2) {
  const index = indexGroups(plan);
  const byName2 = new Map(configuration2.clusters.map((one) => [one.name, one]));
  const shown = distinctClusters(plan).map((resource) => {
    const name = resource.after?.name ?? resource.before?.name;
    return place(index, {
      name: name ?? { text: resource.address, isSensitive: false },
      ids: [resource.before?.id, resource.after?.id].filter((id) => id !== void 0),
      resource,
      configured: name === void 0 ? void 0 : byName2.get(name.text)
    });
  });
  const taken = new Set(shown.map((cluster) => cluster.configuration));
  const elsewhere = configuration2.clusters.filter((configured) => !taken.has(configured)).map((configured) => {
    const name = { text: configured.name, isSensitive: false };
    return place(index, { name, ids: void 0, resource: void 0, configured });
  });
  const placed = [...shown, ...elsewhere];
  return [...placed, ...clustersOfGroups(plan, index, placed)].sort((a, b) => compare(a.name, b.name));
}
function distinctClusters(plan) {
  const there = plan.clusters.filter(({ before, after }) => before !== void 0 || after !== void 0);
  const ordered = [...there].sort((a, b) => Number(a.isData) - Number(b.isData));
  const sameId = groupBy(ordered, (cluster) => cluster.after?.id ?? cluster.before?.id ?? cluster);
  return [...sameId.values()].map(
    ([first, ...others]) => first.isData ? others.reduce(withMore, first) : first
  );
}
function withMore(own, other) {
  const more = other.after ?? other.before;
  const side = (told2) => told2 === void 0 || more === void 0 ? told2 : filledSide(told2, more);
  return { ...own, before: side(own.before), after: side(own.after) };
}
function filledSide(told2, more) {
  const firstOf = (a, b) => a.kind === "unknown" ? b : a;
  return {
    ...told2,
    name: told2.name ?? more.name,
    networkType: told2.networkType ?? more.networkType,
    vpc: firstOf(told2.vpc, more.vpc),
    subnet: firstOf(told2.subnet, more.subnet),
    eniSubnet: firstOf(told2.eniSubnet, more.eniSubnet),
    containerCidr: told2.containerCidr ?? more.containerCidr,
    eniSubnetCidr: told2.eniSubnetCidr ?? more.eniSubnetCidr,
    nodeGroup: told2.nodeGroup ?? more.nodeGroup,
    controlGroup: told2.controlGroup ?? more.controlGroup,
    ownNodeGroup: told2.ownNodeGroup ?? more.ownNodeGroup,
    hasIpv6: told2.hasIpv6 || more.hasIpv6,
    apiAddress: told2.apiAddress ?? more.apiAddress,
    nodePorts: told2.nodePorts ?? more.nodePorts,
    region: told2.region ?? more.region
  };
}
function place(index, source) {
  const { name, resource, configured } = source;
  const side = resource?.after ?? resource?.before;
  const networkType = configured?.networkModel === void 0 ? side?.networkType : { text: configured.networkModel, isSensitive: false };
  const model = networkModelOf(networkType?.text);
  return {
    name: name.text,
    label: printable(name),
    resource,
    configuration: configured,
    networkType,
    model,
    node: placeGroup(index, source, "node"),
    control: placeGroup(index, source, "control"),
    eni: model === "eni" ? placeGroup(index, source, "eni") : void 0
  };
}
function placeGroup(index, source, role) {
  const { name, ids, resource, configured } = source;
  const named2 = configured?.securityGroups[role].flatMap((text2) => configuredKey(index, text2) ?? []) ?? [];
  const [fixed, ...also] = distinct(named2);
  const at = { role, resource };
  if (fixed !== void 0) return { ...stable(fixed, "configuration", at), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== void 0 || after !== void 0) {
    const placedBy = after !== void 0 && index.isManaged(after) ? "id" : "reference";
    return { role, before, after, placedBy, also: [], isIdUnknown: false };
  }
  const told2 = index.madeFor({ name: name.text, ids }, role);
  if (told2 !== void 0) {
    const isNamed2 = told2.origin.kind !== "cce" || roleToldBy(told2)?.role === role;
    return stable(told2.key, isNamed2 ? "name" : "description", at);
  }
  const owner = resource?.address ?? `cluster ${printable(name)}`;
  return { ...stable(`${role} group of ${owner}`, "assumed", at), isIdUnknown: true };
}
function stable(key, placedBy, { role, resource }) {
  return {
    role,
    before: resource === void 0 || resource.before !== void 0 ? key : void 0,
    after: resource === void 0 || resource.after !== void 0 ? key : void 0,
    placedBy,
    also: [],
    isIdUnknown: false
  };
}
function attributeKey(side, role) {
  const ref = role === "node" ? side?.nodeGroup : role === "control" ? side?.controlGroup : void 0;
  return ref?.kind === "group" ? ref.key : void 0;
}
var ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function configuredKey(index, text2) {
  return index.named(text2)?.key ?? (ID.test(text2) ? text2 : void 0);
}
function clustersOfGroups({ groups }, index, placed) {
  const known = new Set(
    placed.flatMap(({ name, resource }) => [name, resource?.before?.id, resource?.after?.id])
  );
  const told2 = groups.flatMap((group) => {
    const { origin, nameBefore, nameAfter } = group;
    const cluster = origin.kind === "own" ? void 0 : roleToldBy(group)?.cluster;
    const id = origin.kind === "cce" ? origin.clusterId : void 0;
    const text2 = cluster ?? id;
    if (text2 === void 0 || known.has(text2) || known.has(id)) return [];
    const isSensitive = cluster === void 0 ? origin.kind === "cce" && origin.isSensitive : (nameBefore ?? nameAfter)?.isSensitive === true;
    const ids = cluster === void 0 ? [text2] : void 0;
    return [{ name: { text: text2, isSensitive }, ids, resource: void 0, configured: void 0 }];
  });
  const sources = new Map(told2.map((source) => [source.name.text, source]));
  return [...sources.values()].map((source) => place(index, source));
}

// src/cluster/rule-index.ts
function indexRules(rules) {
  const anywhere = [];
  const placed = rules.flatMap((rule) => {
    const refs = [rule.before, rule.after, rule.drifted].flatMap((side) => side?.group ?? []);
    if (refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)) {
      anywhere.push(rule);
      return [];
    }
    const keys = refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf);
    return distinct(keys).map((key) => ({ key, rule }));
  });
  const byKey = groupBy(placed, ({ key }) => key);
  return memo((key) => {
    const own = byKey.get(key) ?? [];
    spend(own.length + anywhere.length);
    return [...own.map(({ rule }) => rule), ...anywhere];
  });
}
function pastSides({ before, drifted }) {
  return [before, drifted].filter((side) => side !== void 0);
}

// src/cluster/seen-rules.ts
function againstSeen(rules, seen) {
  if (seen.size === 0) return { rules, unmanaged: /* @__PURE__ */ new Map(), drifted: /* @__PURE__ */ new Set() };
  const find = seenFinder(seen);
  const held = rules.map((rule) => ({ rule, match: heldAgainst(rule, seen, find) }));
  const matches = held.flatMap(({ match }) => match ?? []);
  const taken = new Set(matches.flatMap((match) => match.seen ?? []));
  const byGroup = groupBy(matches, ({ key }) => key);
  const unmanaged2 = new Map(
    [...seen].map(([key, { since, rules: all }]) => {
      const others = all.filter((rule) => !taken.has(rule));
      return [key, { since, rules: others, priority: priorityIn(others, byGroup.get(key) ?? []) }];
    })
  );
  const applied = held.map(({ rule, match }) => ({
    rule: withPriority(match === void 0 ? rule : asSeen(match), unmanaged2),
    isDrift: match !== void 0 && !isAsRecorded(match)
  }));
  return {
    rules: applied.map(({ rule }) => rule),
    unmanaged: unmanaged2,
    drifted: new Set(applied.flatMap(({ rule, isDrift }) => isDrift ? [rule] : []))
  };
}
function seenFinder(seen) {
  const rulesOf = (key) => seen.get(key)?.rules ?? [];
  const byId2 = memo((key) => new Map(rulesOf(key).map((rule) => [rule.id, rule])));
  const byHint = memo((key) => groupBy(rulesOf(key), ({ side }) => identityHint(side)));
  return (key, id, side) => id === void 0 ? byHint(key).get(identityHint(side))?.find((rule) => mayBeSame(rule.side, side)) : byId2(key).get(id);
}
function heldAgainst(rule, seen, find) {
  const { before, id } = rule;
  if (before?.group.kind !== "group" || !seen.has(before.group.key)) return void 0;
  const { key } = before.group;
  return { rule, before, key, seen: find(key, id, before) };
}
function isAsRecorded({ before, seen }) {
  return seen !== void 0 && mayBeSame(seen.side, before);
}
function asSeen(match) {
  const { rule, before: recorded, seen } = match;
  const { after, change } = rule;
  const isReplaced2 = change === "created-then-destroyed" || change === "destroyed-then-created";
  if (seen === void 0) {
    const gone = { ...rule, before: void 0, drifted: recorded };
    return isReplaced2 ? { ...gone, change: "created" } : { ...gone, after: void 0, change: "drifted-away" };
  }
  const before = isAsRecorded(match) ? fuller(recorded, seen.side) : hushed(seen.side, recorded);
  const stays = after !== void 0 && !isReplaced2 && (after === recorded || mayBeSame(after, recorded));
  return { ...rule, before, after: stays ? before : after };
}
function fuller(recorded, { group, priority, traffic, peer }) {
  return {
    ...recorded,
    group,
    ...priority.kind === "known" && { priority },
    ...recorded.traffic.isAtMost === true && { traffic },
    ...isUnknownPeer(recorded.peer) && { peer }
  };
}
function hushed(side, recorded) {
  const { peer } = recorded;
  const isSecret2 = peer.kind === "group" && peer.isSensitive || peer.kind === "range" && peer.range.kind === "known" && peer.range.isSensitive;
  return {
    ...side,
    ...recorded.isTrafficSensitive === true && { isTrafficSensitive: true },
    ...isSecret2 && { peer: secret(side.peer) }
  };
}
function secret(peer) {
  if (peer.kind === "group") return { ...peer, isSensitive: true };
  if (peer.kind !== "range" || peer.range.kind !== "known") return peer;
  return { ...peer, range: { ...peer.range, isSensitive: true } };
}
function priorityIn(others, matches) {
  const ofV2 = matches.flatMap(({ rule, seen }) => rule.api === "v3" || seen === void 0 ? [] : [seen]);
  const told2 = ofV2.length > 0 ? ofV2 : others.filter(({ side }) => side.action === "allow");
  const value = onlyOne(
    told2.map(({ side: { priority } }) => priority.kind === "known" ? priority.value : void 0)
  );
  return value === void 0 ? { kind: "undocumented" } : { kind: "known", value };
}
function withPriority(rule, unmanaged2) {
  const { before, after } = rule;
  const next = after === void 0 ? void 0 : ranked(after, unmanaged2);
  const own = before === void 0 ? void 0 : ranked(before, unmanaged2);
  return next === after && own === before ? rule : { ...rule, before: own, after: before === after ? own : next };
}
function ranked(side, unmanaged2) {
  if (side.priority.kind !== "undocumented" || side.group.kind !== "group") return side;
  const priority = unmanaged2.get(side.group.key)?.priority;
  return priority?.kind === "known" ? { ...side, priority } : side;
}
function rankedDefault(rule, unmanaged2) {
  const side = (told2) => told2 && ranked(told2, unmanaged2);
  const before = side(rule.before);
  const after = rule.after === rule.before ? before : side(rule.after);
  return before === rule.before && after === rule.after ? rule : { ...rule, before, after };
}
function seenBeside({ rules }, defaults, agreement) {
  const shown = defaults.filter(({ belief }) => belief.kind === "seen");
  const fresh = shown.filter(({ before }) => before === void 0);
  const unmanaged2 = (isSeen, { before, after }) => ({
    ...{ before, after, isSeen },
    change: "stands",
    address: void 0
  });
  return [
    ...fresh.map((rule) => unmanaged2(false, rule)),
    ...rules.map(({ side }) => unmanaged2(true, followed(side, shown, agreement)))
  ];
}
function followed(side, shown, agreement) {
  const rule = shown.find((one) => isDefaultRule(side, one, agreement));
  if (rule === void 0) return { before: side, after: side };
  const { after } = rule;
  return { before: side, after: after !== void 0 && isDefaultRule(after, rule, agreement) ? side : after };
}

// src/cluster/other-plan.ts
function asOthersSee(plan, planName2) {
  const name = namingOf(planName2);
  return {
    groups: plan.groups.map((one) => ({
      ...one,
      key: keyElsewhere(name, one.key),
      address: name(one.address)
    })),
    rules: plan.rules.map((rule) => ruleOf(name, rule)),
    ruleIds: plan.ruleIds,
    clusters: plan.clusters.map((one) => bothSides(name, one, clusterSide)),
    nodePools: plan.nodePools.map((one) => bothSides(name, one, poolSide)),
    vpcs: plan.vpcs.map((one) => bothSides(name, one, vpcSide)),
    subnets: plan.subnets.map((one) => bothSides(name, one, subnetSide)),
    secondaryCidrs: plan.secondaryCidrs.map(
      (one) => bothSides(name, one, (_, { vpc, cidrs: cidrs2 }) => ({
        vpc: objectOf(name, vpc),
        cidrs: cidrs2.map((range) => rangeOf(name, range))
      }))
    )
  };
}
function secretsElsewhere(ids, planName2) {
  return [...ids].flatMap((id) => [id, keyElsewhere(namingOf(planName2), id)]);
}
function namingOf(planName2) {
  return (text2) => `${planName2}: ${text2}`;
}
function bothSides(name, one, side) {
  const of = (told2) => told2 === void 0 ? void 0 : side(name, told2);
  return { ...one, address: name(one.address), before: of(one.before), after: of(one.after) };
}
function keyElsewhere(name, key) {
  return ID.test(key) ? key : name(key);
}
function groupOf(name, ref) {
  return ref.kind === "group" ? { ...ref, key: keyElsewhere(name, ref.key) } : { ...ref, oneOf: ref.oneOf.map((key) => keyElsewhere(name, key)) };
}
function objectOf(name, ref) {
  return ref.kind === "address" ? { ...ref, address: name(ref.address) } : ref;
}
function rangeOf(name, range) {
  return range.kind === "unknown" ? tokenSeen(name, range) : range;
}
function tokenSeen(name, unknown2) {
  return { ...unknown2, token: name(unknown2.token) };
}
function ruleOf(name, rule) {
  const side = (told2) => told2 && { ...told2, group: groupOf(name, told2.group), peer: peerSeen(name, told2.peer) };
  const before = side(rule.before);
  return {
    ...rule,
    address: name(rule.address),
    before,
    after: rule.after === rule.before ? before : side(rule.after),
    drifted: side(rule.drifted)
  };
}
function peerSeen(name, peer) {
  switch (peer.kind) {
    case "any":
      return peer;
    case "range":
      return { ...peer, range: rangeOf(name, peer.range) };
    case "group":
      return { ...peer, group: groupOf(name, peer.group) };
    case "one-of":
      return { ...peer, peers: peer.peers.map((one) => peerSeen(name, one)) };
    default:
      return unreachable(peer);
  }
}
function clusterSide(name, side) {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    subnet: objectOf(name, side.subnet),
    eniSubnet: objectOf(name, side.eniSubnet),
    containerCidr: side.containerCidr && rangeOf(name, side.containerCidr),
    eniSubnetCidr: side.eniSubnetCidr && rangeOf(name, side.eniSubnetCidr),
    apiAddress: side.apiAddress && rangeOf(name, side.apiAddress),
    nodePorts: side.nodePorts?.kind === "unknown" ? tokenSeen(name, side.nodePorts) : side.nodePorts,
    nodeGroup: side.nodeGroup && groupOf(name, side.nodeGroup),
    controlGroup: side.controlGroup && groupOf(name, side.controlGroup),
    ownNodeGroup: side.ownNodeGroup && groupOf(name, side.ownNodeGroup)
  };
}
function poolSide(name, { cluster, subnet, groups }) {
  return {
    cluster: objectOf(name, cluster),
    subnet: subnet && objectOf(name, subnet),
    groups: groups.map((group) => groupOf(name, group))
  };
}
function vpcSide(name, side) {
  return {
    ...side,
    cidr: side.cidr && rangeOf(name, side.cidr),
    secondaryCidrs: side.secondaryCidrs.map((range) => rangeOf(name, range))
  };
}
function subnetSide(name, side) {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    cidr: side.cidr && rangeOf(name, side.cidr),
    dnsServers: side.dnsServers.map((range) => rangeOf(name, range))
  };
}

// src/cluster/things.ts
function thingsOf(told2) {
  return [
    ...told2.groups.map(groupThing),
    ...told2.rules.map(ruleThing),
    ...told2.ruleIds.map((list2) => ({ part: { ruleIds: [list2] }, answers: [list2.group], mentions: [] })),
    ...told2.clusters.map(clusterThing),
    ...told2.nodePools.map(poolThing),
    ...told2.vpcs.map(vpcThing),
    ...told2.subnets.map(subnetThing),
    ...told2.secondaryCidrs.map((one) => ({
      part: { secondaryCidrs: [one] },
      answers: idsOfObjects(one.before?.vpc, one.after?.vpc),
      mentions: []
    }))
  ];
}
function groupThing(group) {
  const { key, origin, isData } = group;
  const cluster = origin.kind === "own" ? void 0 : roleToldBy(group)?.cluster;
  const { answers, ...thing } = objectThing("group", ID.test(key) ? key : void 0, !isData);
  return {
    ...thing,
    part: { groups: [group] },
    answers: [...answers, ...origin.kind === "cce" ? [origin.clusterId] : []],
    mentions: [
      ...origin.kind === "cce" ? [origin.clusterId] : [],
      ...cluster === void 0 ? [] : [`cluster ${cluster}`]
    ]
  };
}
function ruleThing(rule) {
  const sides = [rule.before, rule.after, rule.drifted].filter((side) => side !== void 0);
  return {
    // An id is that of one rule, whoever tells of it.
    ...rule.id !== void 0 && { object: `rule ${rule.id}` },
    isManaged: true,
    part: { rules: [rule] },
    answers: idsOfGroups(...sides.map(({ group }) => group)),
    mentions: idsOfGroups(...sides.map(({ peer }) => peer.kind === "group" ? peer.group : void 0))
  };
}
function clusterThing(one) {
  const sides = [one.after, one.before].filter((side2) => side2 !== void 0);
  const [side] = sides;
  const groups = idsOfGroups(
    ...sides.flatMap(({ nodeGroup, controlGroup, ownNodeGroup }) => [nodeGroup, controlGroup, ownNodeGroup])
  );
  const { answers, ...thing } = objectThing(
    "cluster",
    sides.find(({ id }) => id !== void 0)?.id,
    !one.isData
  );
  const name = side?.name?.text;
  return {
    ...thing,
    part: { clusters: [one] },
    answers: [...answers, ...groups, ...name === void 0 ? [] : [`cluster ${name}`]],
    mentions: [
      ...groups,
      ...idsOfObjects(...sides.flatMap(({ vpc, subnet, eniSubnet }) => [vpc, subnet, eniSubnet]))
    ],
    facts: {
      name,
      model: side?.networkType?.text,
      container: rangeText(side?.containerCidr),
      vpc: idsOfObjects(side?.vpc)[0],
      subnet: idsOfObjects(side?.subnet)[0],
      node: idsOfGroups(side?.nodeGroup)[0],
      control: idsOfGroups(side?.controlGroup)[0]
    }
  };
}
function poolThing(pool) {
  const sides = [pool.before, pool.after].filter((side) => side !== void 0);
  const groups = idsOfGroups(...sides.flatMap((side) => side.groups));
  const objects = idsOfObjects(...sides.flatMap(({ cluster, subnet }) => [cluster, subnet]));
  return { part: { nodePools: [pool] }, answers: groups, mentions: [...groups, ...objects] };
}
function vpcThing(one) {
  const side = one.after ?? one.before;
  return {
    ...objectThing("vpc", side?.id ?? one.before?.id, !one.isData),
    part: { vpcs: [one] },
    facts: { cidr: rangeText(side?.cidr) }
  };
}
function subnetThing(one) {
  const side = one.after ?? one.before;
  const { answers, ...thing } = objectThing("subnet", side?.id ?? one.before?.id, !one.isData);
  return {
    ...thing,
    part: { subnets: [one] },
    answers: side?.subnetId === void 0 ? answers : [...answers, side.subnetId],
    mentions: idsOfObjects(side?.vpc),
    facts: { cidr: rangeText(side?.cidr), vpc: idsOfObjects(side?.vpc)[0] }
  };
}
function objectThing(kind, id, isManaged) {
  return {
    ...id !== void 0 && { object: `${kind} ${id}` },
    id,
    isManaged,
    answers: id === void 0 ? [] : [id],
    mentions: []
  };
}
function idsOfGroups(...refs) {
  return knownKeys(refs.filter((ref) => ref !== void 0)).filter((key) => ID.test(key));
}
function idsOfObjects(...refs) {
  return refs.flatMap((ref) => ref?.kind === "id" ? [ref.id] : []);
}
function rangeText(range) {
  return range?.kind === "known" ? cidrsOf(range.peers).join() : void 0;
}

// src/cluster/surroundings.ts
var ALONE = {
  groups: [],
  rules: [],
  ruleIds: [],
  clusters: [],
  nodePools: [],
  vpcs: [],
  subnets: [],
  secondaryCidrs: [],
  contradicted: /* @__PURE__ */ new Set(),
  addresses: /* @__PURE__ */ new Set(),
  named: /* @__PURE__ */ new Set(),
  answeredBy: /* @__PURE__ */ new Map(),
  tellers: /* @__PURE__ */ new Set(),
  sensitiveIds: /* @__PURE__ */ new Set()
};
function surroundingsOf(plans, told2) {
  if (plans.length + told2.length < 2) return plans.map(() => ALONE);
  const tellers = [
    ...plans.map(({ name, plan }) => ({ name, things: thingsOf(asOthersSee(plan, name)) })),
    ...told2.map((one) => ({ name: one.name, things: toldThings(one).map(({ thing }) => thing) }))
  ];
  const answers = tellers.flatMap(
    ({ name, things }, index) => things.flatMap((thing) => distinct(thing.answers).map((text2) => ({ text: text2, index, name, thing })))
  );
  const byText = groupBy(answers, ({ text: text2 }) => text2);
  const sensitiveIds = secretsOf([
    ...plans.map(({ name, plan }) => ({ name, sensitiveIds: plan.sensitiveIds })),
    ...told2
  ]);
  return tellers.slice(0, plans.length).map(({ things: own }, index) => {
    const others = (text2) => (byText.get(text2) ?? []).filter((one) => one.index !== index);
    const { found, named: named2 } = reached(own, others);
    const tellers2 = new Set([...found.values()].map((one) => one.index).filter((at) => at < plans.length));
    return {
      ...agreedOn([...found.keys()], own),
      ...{ named: named2, answeredBy: weightiest(found.values()), tellers: tellers2, sensitiveIds }
    };
  });
}
function textsOfPlan(plan) {
  const things = thingsOf(plan);
  const attached = plan.attachments.flatMap(
    ({ before, after }) => [before, after].flatMap((side) => side?.groups ?? [])
  );
  return {
    answers: distinct(things.flatMap(({ answers }) => answers)),
    mentions: distinct([
      ...things.flatMap(({ mentions }) => mentions),
      ...attached.flatMap((group) => group.by === "id" ? idsOfGroups(group.ref) : [])
    ]),
    secrets: [...plan.sensitiveIds]
  };
}
function plansTogether(plans, told2, configured) {
  const facts = told2.flatMap((one, index) => toldThings(one).map((thing) => ({ ...thing, index })));
  const byText = groupBy(
    facts.flatMap((one) => one.thing.answers.map((text2) => ({ text: text2, one }))),
    ({ text: text2 }) => text2
  );
  const toldOf = (text2) => (byText.get(text2) ?? []).map(({ one }) => one);
  const asked = plans.map(({ answers, mentions }) => {
    const { named: named2 } = reached([{ part: {}, answers, mentions }], toldOf);
    const own = new Set(answers.filter((text2) => !ID.test(text2)));
    return [...named2].filter((text2) => !own.has(text2));
  });
  const secrets = new Set(plans.flatMap((plan) => plan.secrets));
  const answered = /* @__PURE__ */ new Set([...plans.flatMap(({ answers }) => answers), ...secrets]);
  const wanted = new Set(asked.flat());
  const shared = configured.filter((id) => secrets.has(id));
  return connectedBy([...plans.keys()], (at) => {
    const { answers, secrets: own } = must(plans[at], "a place in the list");
    const leads = must(asked[at], "of each plan").filter((text2) => answered.has(text2));
    return [...leads, ...[...answers, ...own].filter((text2) => wanted.has(text2)), ...shared];
  });
}
function linkedPlans(around2) {
  return connectedBy(
    [...around2.keys()],
    (plan) => [plan, ...must(around2[plan], "each plan has its surroundings").tellers].map(String)
  );
}
function everythingIn(told2) {
  const things = told2.flatMap((one, index) => toldThings(one).map((thing) => ({ ...thing, index })));
  const parts = agreedOn(
    things.map(({ thing }) => thing),
    []
  );
  return {
    ...parts,
    // What a state has deposed is there until somebody destroys it.
    rules: parts.rules.map(
      (rule) => rule.after === rule.before ? rule : { ...rule, after: rule.before, change: "stands" }
    ),
    addresses: /* @__PURE__ */ new Set(),
    named: new Set(things.flatMap(({ thing: { answers, mentions } }) => [...answers, ...mentions])),
    answeredBy: weightiest(things),
    tellers: /* @__PURE__ */ new Set(),
    sensitiveIds: secretsOf(told2)
  };
}
function toldThings({ name, parts }) {
  return thingsOf(asOthersSee(parts, name)).map((thing) => ({ name, thing: { ...thing, isManaged: false } }));
}
function secretsOf(tellers) {
  return new Set(tellers.flatMap(({ name, sensitiveIds }) => secretsElsewhere(sensitiveIds, name)));
}
function reached(own, others) {
  const names = new Set(own.flatMap(({ answers }) => answers.filter((text2) => !ID.test(text2))));
  const named2 = new Set(own.flatMap(({ answers, mentions }) => [...answers, ...mentions]));
  const found = /* @__PURE__ */ new Map();
  for (const text2 of named2) {
    for (const answered of names.has(text2) ? [] : others(text2)) {
      found.set(answered.thing, answered);
      for (const next of answered.thing.mentions) named2.add(next);
    }
  }
  return { found, named: named2 };
}
function weightiest(found) {
  const answered = /* @__PURE__ */ new Map();
  for (const { name, thing } of found) {
    const { part } = thing;
    const isOfGroups = [part.groups, part.rules, part.clusters].some((all = []) => all.length > 0);
    if (isOfGroups || !answered.has(name)) answered.set(name, isOfGroups ? "groups" : "other");
  }
  return answered;
}
function agreedOn(found, own) {
  const contradicted2 = /* @__PURE__ */ new Set();
  const managed = new Set(own.flatMap(({ object: object3, isManaged }) => isManaged === true ? [object3] : []));
  const open = found.filter(({ object: object3 }) => object3 === void 0 || !managed.has(object3));
  const kept = [...groupBy(open, (thing) => thing.object ?? thing).values()].flatMap((same2) => {
    const managers = same2.filter(({ isManaged }) => isManaged);
    const counted2 = managers.length > 0 ? managers : same2;
    if (!differ(counted2)) return counted2;
    for (const { id } of counted2) if (id !== void 0) contradicted2.add(id);
    return [];
  });
  const clusters = placedAlike(kept, own, contradicted2);
  const data = (all) => all.map((one) => ({ ...one, isData: true }));
  return {
    groups: kept.flatMap(({ part }) => part.groups ?? []).filter(({ key }) => !contradicted2.has(key)),
    rules: kept.flatMap(({ part }) => part.rules ?? []),
    ruleIds: kept.flatMap(({ part }) => part.ruleIds ?? []),
    // A plan's own word comes first, be it that of a data source.
    clusters: data(clusters),
    nodePools: kept.flatMap(({ part }) => part.nodePools ?? []),
    vpcs: data(kept.flatMap(({ part }) => part.vpcs ?? [])),
    subnets: data(kept.flatMap(({ part }) => part.subnets ?? [])),
    secondaryCidrs: kept.flatMap(({ part }) => part.secondaryCidrs ?? []),
    contradicted: contradicted2,
    addresses: new Set(
      kept.flatMap(
        ({ part }) => Object.values(part).flatMap((all) => all.flatMap((one) => "address" in one ? [one.address] : []))
      )
    )
  };
}
function differ(things) {
  const known = /* @__PURE__ */ new Map();
  return things.some(
    ({ facts = {} }) => Object.entries(facts).some(([name, fact]) => {
      const before = known.get(name);
      if (fact !== void 0) known.set(name, fact);
      return fact !== void 0 && before !== void 0 && before !== fact;
    })
  );
}
var MADE = ["node", "control"];
function madeGroup(side, role) {
  return role === "node" ? side.nodeGroup : side.controlGroup;
}
function placedAlike(kept, own, contradicted2) {
  const ownClaims = claimsOf(own);
  const doubles = [...claimsOf(kept)].filter(([id, by]) => by.size > 1 && !ownClaims.has(id));
  for (const [id] of doubles) contradicted2.add(id);
  const isRefused2 = (id, claim) => contradicted2.has(id) || ownClaims.get(id)?.has(claim) === false;
  const side = (told2) => {
    if (told2 === void 0) return void 0;
    const agreed = (role) => {
      const ref = madeGroup(told2, role);
      return idsOfGroups(ref).some((id) => isRefused2(id, claimText(told2, role))) ? void 0 : ref;
    };
    return { ...told2, nodeGroup: agreed("node"), controlGroup: agreed("control") };
  };
  return kept.flatMap(
    ({ part }) => (part.clusters ?? []).map((one) => ({ ...one, before: side(one.before), after: side(one.after) }))
  );
}
function claimsOf(things) {
  const claims = /* @__PURE__ */ new Map();
  for (const { part } of things) {
    for (const side of (part.clusters ?? []).flatMap(({ before, after }) => [before, after])) {
      for (const role of side === void 0 ? [] : MADE) {
        if (side === void 0) continue;
        for (const id of idsOfGroups(madeGroup(side, role))) {
          claims.set(id, (claims.get(id) ?? /* @__PURE__ */ new Set()).add(claimText(side, role)));
        }
      }
    }
  }
  return claims;
}
function claimText({ id = "" }, role) {
  return `${role} ${id}`;
}

// src/cluster/twins.ts
var COMPARE = 5;
var GRAVITY = ["stays", "comes", "itself", "goes", "changes"];
function twinsAmong(rules, configuration2) {
  const index = memo(
    () => groupBy(
      rules.flatMap((rule) => hintsOf(rule).map((hint) => ({ rule, hint }))),
      ({ hint }) => hint
    )
  );
  return memo((rule) => {
    const { after: side } = rule;
    if (side?.group.kind !== "group") return void 0;
    const { key } = side.group;
    const isSame2 = (other) => other !== void 0 && isSameRule(side, other, key, configuration2);
    const alike2 = index(void 0).get(hintOf(side)) ?? [];
    spend(COMPARE * alike2.length);
    const [first] = alike2.flatMap((other) => sameRule(rule, other.rule, isSame2) ?? []).sort((a, b) => GRAVITY.indexOf(a.fate) - GRAVITY.indexOf(b.fate));
    return first;
  });
}
var hintOf = memoOfObject(identityHint);
function hintsOf({ before, after }) {
  const sides = before === after ? [after] : [before, after];
  return distinct(sides.flatMap((side) => side === void 0 ? [] : [hintOf(side)]));
}
function sameRule(rule, other, isSame2) {
  const { before, after, change, actions } = other;
  if (other === rule) {
    const isThere2 = isSame2(before) && change === "created-then-destroyed";
    return isThere2 ? { rule: other, side: before, fate: "itself" } : void 0;
  }
  if (isSame2(before)) {
    const fate = isSame2(after) ? "stays" : change === "destroyed" ? "goes" : "changes";
    return { rule: other, side: before, fate };
  }
  const isMade = isSame2(after) && actions.includes("create") && isAccepted(after);
  return isMade ? { rule: other, side: after, fate: "comes" } : void 0;
}
function renamedRules(rules, twinOf) {
  const own = new Set(rules);
  const isRenamed = (rule) => {
    const { after, change, address } = rule;
    if (change !== "created" || after === void 0 || !isAccepted(after)) return false;
    const twin = twinOf(rule);
    return twin?.fate === "goes" && own.has(twin.rule) && twin.rule.address !== address;
  };
  return new Set(rules.filter(isRenamed).map(({ address }) => address));
}
function isShift(same2) {
  return same2?.fate === "goes" || same2?.fate === "changes";
}
function shiftingRules(rules, twinOf) {
  const found = rules.flatMap((rule) => {
    const { after, actions, address } = rule;
    if (after === void 0 || !actions.includes("create") || !isAccepted(after)) return [];
    const twin = twinOf(rule);
    return twin !== void 0 && isShift(twin) ? [address, twin.rule.address] : [];
  });
  return new Set(found);
}
function isSameRule(a, b, key, configuration2) {
  return b.group.kind === "group" && b.group.key === key && a.direction === b.direction && a.direction !== "unknown" && a.family === b.family && a.family !== "unknown" && a.action === b.action && a.action !== "unknown" && isSamePriority(a.priority, b.priority, configuration2) && isSamePeer(a.peer, b.peer) && isSameTraffic(a.traffic, b.traffic);
}
function isSamePriority(a, b, { defaultRulePriority }) {
  if (a.kind === "undocumented" && b.kind === "undocumented") return true;
  const value = (priority) => priority.kind === "known" ? priority.value : priority.kind === "undocumented" ? defaultRulePriority : void 0;
  return value(a) !== void 0 && value(a) === value(b);
}

// src/cluster/world.ts
function worldOf(input, like) {
  const world = newWorld(input);
  if (like === void 0 || !differInRules(world, like)) return world;
  const rulesOf = memo((key) => sameAs(like.rulesOf(key), world.rulesOf(key)));
  return { ...world, clusters: like.clusters, rulesOf };
}
function differInRules(world, like) {
  if (world.configuration !== like.configuration || world.facts !== like.facts) return false;
  const beside2 = (of) => {
    const { plan, clusters, occasion, today, renamed: renamed2, shifting, unmanaged: unmanaged2, contradicted: contradicted2, surroundings } = of;
    const { named: named2, answeredBy, tellers } = surroundings;
    return [
      ...[{ ...plan, rules: [] }, clusters, occasion, today, renamed2, shifting, unmanaged2, contradicted2],
      ...[named2, answeredBy, tellers]
    ];
  };
  return isAlike(beside2(world), beside2(like));
}
function newWorld({ surroundings, facts, ...run2 }) {
  const { configuration: configuration2 } = run2;
  const own = ownPlan(run2, surroundings);
  const others = run2.occasion === "audit" ? [] : surroundings.rules;
  const { rules, unmanaged: unmanaged2, drifted } = againstSeen([...own.rules, ...others], facts.seen);
  const ownRules = rules.slice(0, own.rules.length);
  const plan = { ...surrounded(own, surroundings), rules: ownRules };
  const placed = placeClusters(plan, configuration2);
  const rulesOf = indexRules(rules);
  const pastOf = (key) => [
    ...rulesOf(key).flatMap(pastSides),
    ...(unmanaged2.get(key)?.rules ?? []).map(({ side }) => side)
  ];
  const twinOf = twinsAmong(rules, configuration2);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const learn = (bound) => learnedOf(bound, pastOf, isUnplaced);
    const shown = bind(plan, cluster, {});
    if (isAllKnown(shown)) return shown;
    const first = { ...learn(shown), master: [] };
    return bind(plan, cluster, { ...first, master: learn(bind(plan, cluster, first)).master ?? [] });
  });
  return {
    ...run2,
    plan,
    facts,
    clusters,
    rulesOf,
    twinOf,
    renamed: renamedRules(ownRules, twinOf),
    shifting: shiftingRules(ownRules, twinOf),
    isUnplaced: unplacedBy(plan, clusters),
    isElsewhere: (address) => surroundings.addresses.has(address),
    surroundings,
    unmanaged: unmanaged2,
    drifted: new Set(ownRules.filter((rule) => drifted.has(rule))),
    contradicted: surroundings.contradicted
  };
}
function ownPlan({ plan, occasion }, { rules }) {
  return occasion === "audit" ? { ...plan, rules } : plan;
}
function surrounded(plan, others) {
  if (others === ALONE) return plan;
  return {
    ...plan,
    sensitiveIds: /* @__PURE__ */ new Set([...plan.sensitiveIds, ...others.sensitiveIds]),
    groups: [...plan.groups, ...others.groups],
    ruleIds: [...plan.ruleIds, ...others.ruleIds],
    clusters: [...plan.clusters, ...others.clusters],
    nodePools: [...plan.nodePools, ...others.nodePools],
    vpcs: [...plan.vpcs, ...others.vpcs],
    subnets: [...plan.subnets, ...others.subnets],
    secondaryCidrs: [...plan.secondaryCidrs, ...others.secondaryCidrs]
  };
}
function unplacedBy(plan, clusters) {
  const ofClusters = clusters.flatMap(({ node, control, eni }) => [node, control, eni]).flatMap((group) => group === void 0 ? [] : [group.before, group.after, ...group.also]);
  const ofPools = plan.nodePools.flatMap(({ before, after }) => [before, after]).flatMap((pool) => knownKeys(pool?.groups ?? []));
  const shown = /* @__PURE__ */ new Set([...plan.groups.map(({ key }) => key), ...ofClusters, ...ofPools]);
  return (key) => !shown.has(key);
}
function clusterOf({ clusters }, ref, which) {
  if (ref.kind === "unknown") return void 0;
  return namedClusters(clusters)[which].get(ref.kind === "id" ? `id ${ref.id}` : `address ${ref.address}`);
}
var namedClusters = memoOfObject((clusters) => {
  const on = (which) => {
    const named2 = clusters.flatMap((cluster) => {
      const { [which]: side, address = "" } = cluster.resource ?? {};
      if (side === void 0) return [];
      const id = side.id === void 0 ? [] : [`id ${side.id}`];
      return [`address ${address}`, ...id].map((name) => [name, cluster]);
    });
    return new Map(named2.reverse());
  };
  return { before: on("before"), after: on("after") };
});
function poolAt({ plan }, address) {
  return address === void 0 ? void 0 : poolsByAddress(plan.nodePools).get(address)?.[0];
}
var poolsByAddress = memoOfObject((pools) => groupBy(pools, ({ address }) => address));
function nodesOf(world, cluster) {
  const { before, after } = nodesByCluster(world);
  return { before: before(cluster), after: after(cluster) };
}
var nodesByCluster = memoOfObject((world) => {
  const { nodePools, nodes } = world.plan;
  const on = (which) => {
    const by = (all) => groupBy(
      all,
      ({ [which]: side }) => side === void 0 ? void 0 : clusterOf(world, side.cluster, which)
    );
    const pools = by(nodePools);
    const single2 = by(nodes);
    return (cluster) => ({ nodePools: pools.get(cluster) ?? [], nodes: single2.get(cluster) ?? [] });
  };
  return { before: on("before"), after: on("after") };
});

// src/effective/group-rules.ts
function membership(side, group) {
  if (side === void 0) return "no";
  const ref = side.group;
  if (ref.kind === "group") return ref.key === group ? "sure" : "no";
  return ref.oneOf.length === 0 || ref.oneOf.includes(group) ? "perhaps" : "no";
}
function rulesOfGroup(rules, group) {
  const same2 = [];
  const core = { rules: same2 };
  const sides = rules.map((rule) => {
    const old = effectiveSide(rule, rule.before, group);
    if (old === void 0 || rule.before !== rule.after || !STAYING.includes(rule.change)) {
      return { rule, old, next: effectiveSide(rule, rule.after, group) };
    }
    const one = { ...old, core };
    same2.push(one);
    return { rule, old: one, next: one };
  });
  const after = sides.flatMap(({ next }) => next ?? []);
  const before = sameAs(
    after,
    sides.flatMap(({ old }) => old ?? [])
  );
  const during2 = sides.flatMap(({ rule, old, next }) => standingRules(rule, old, next));
  return { before, during: sameAs(after, sameAs(before, during2)), after };
}
function effectiveSide(rule, side, group) {
  const member = membership(side, group);
  if (side === void 0 || member === "no" || !isAccepted(side)) return void 0;
  return {
    sides: [side],
    group,
    isSure: member === "sure" && rule.isDoubted !== true,
    address: rule.address,
    ...rule.isSeen === true && { isSeen: true },
    stands: rule.change === "stands"
  };
}
var STAYING = ["stands", "created-then-destroyed", "updated"];
function standingRules({ change }, old, next) {
  if (old !== void 0 && old === next) return [old];
  const both2 = old !== void 0 && next !== void 0 && STAYING.includes(change) ? common(old, next) : void 0;
  const denies = [old, next].filter((rule) => rule !== void 0 && rule.sides[0].action !== "allow");
  return [both2, ...denies].filter((rule) => rule !== void 0);
}
function common(old, next) {
  if (old.sides[0].action === "deny" || next.sides[0].action === "deny") return void 0;
  return {
    ...next,
    sides: old.sides[0] === next.sides[0] ? next.sides : [old.sides[0], next.sides[0]],
    isSure: old.isSure && next.isSure
  };
}

// src/weigh/causes.ts
function causesOf(lack, world) {
  if (lack.change === "pre-existing") return [];
  const rules = changedRules(lack, world);
  if (rules.length > 0) return rules;
  if (lack.change === "undecided") return [];
  const need = grownNeed(lack, world);
  return need.length > 0 ? need : composition(lack.subject, world);
}
function changedRules({ subject, question, region: region2, change }, world) {
  const keys = distinct([...subject.groupsBefore, ...subject.groups].map(({ key }) => key));
  const counted2 = change === "undecided" ? ["sure", "perhaps"] : ["sure"];
  const lists = keys.map((key) => world.rulesOf(key));
  const all = lists.flatMap(change === "undecided" ? changesAndDenies : changesAmong);
  const asked = { subject, question, region: region2 };
  const meets2 = metBy(lists, asked, world);
  const covers = (side, key) => {
    if (side === void 0 || !counted2.includes(membership(side, key))) return EMPTY;
    return change === "undecided" ? meets2(side) : matched(side, asked, world);
  };
  const concerns = (rule) => {
    const isDeny2 = isDenying(rule);
    return keys.some((key) => {
      const before = covers(rule.before, key);
      const after = covers(rule.after, key);
      const isMet = !isEmpty(before) || !isEmpty(after);
      if (change === "undecided") return isDeny2 && !isEmpty(after) || rule.change !== "stands" && isMet;
      if (isWeighedAnew(rule)) return isMet;
      if (isDeny2) return !isEmpty(after) && !isSubset(after, before);
      return change === "transient" ? !isEmpty(before) : !isEmpty(before) && !isSubset(before, after);
    });
  };
  spend(all.length);
  const touched = all.filter(concerns);
  return sortedCauses(touched.map((rule) => causeOf(rule) ?? rule));
}
function isDenying({ before, after }) {
  return (after ?? before)?.action === "deny";
}
var changesAmong = memoOfObject(
  (rules) => rules.filter((rule) => causeOf(rule) !== void 0)
);
var changesAndDenies = memoOfObject(
  (rules) => rules.filter((rule) => causeOf(rule) !== void 0 || isDenying(rule))
);
function touchedPart(lack, world) {
  const { subject, region: region2 } = lack;
  if (isEmpty(region2)) return EMPTY;
  const keys = subject.groups.map(({ key }) => key);
  const was = new Set(subject.groupsBefore.map(({ key }) => key));
  if (was.size !== new Set(keys).size || !keys.every((key) => was.has(key))) return region2;
  const sides = keys.flatMap(
    (key) => changesAmong(world.rulesOf(key)).flatMap(
      ({ before, after }) => [before, after].filter((side) => membership(side, key) !== "no")
    )
  );
  const met = metBy(
    keys.map((key) => world.rulesOf(key)),
    lack,
    world
  );
  return unionOf(sides.map((side) => side === void 0 ? EMPTY : met(side)));
}
function isWeighedAnew({ before, after }) {
  if (before === void 0 || after === void 0) return false;
  const rank = ({ action: action2, priority }) => JSON.stringify([action2, priority]);
  return rank(before) !== rank(after);
}
function causeOf({ change, address, actions, before, after }) {
  if (change !== "stands") {
    return { address, actions };
  }
  return [after, before].map((side) => side?.peer.kind === "range" ? side.peer.addressGroup : void 0).find((group) => group !== void 0 && doesSomething(group.actions));
}
function grownNeed({ subject, question }, world) {
  const before = subject.before?.addresses;
  const after = subject.after.addresses;
  if (before === void 0) return [];
  const has = (name) => !peersWithin(after[name].peers, before[name].peers);
  const { plan } = world;
  const { resource } = subject.cluster;
  const isMoved = JSON.stringify(after.nodePorts) !== JSON.stringify(before.nodePorts);
  const makers = [
    question.isNodePorts && isMoved && resource !== void 0 ? [resource] : [],
    has("vpc") || has("container") || has("dns") ? [...plan.vpcs, ...plan.secondaryCidrs, ...plan.subnets] : [],
    has("dns") ? [...plan.nodePools, ...plan.nodes] : []
  ];
  return sortedCauses(makers.flat().filter(({ actions, isData }) => !isData && doesSomething(actions)));
}
function composition({ groups, groupsBefore: groupsBefore2, pool, cluster }, world) {
  spend(world.plan.nodes.length + world.plan.attachments.length);
  const isMachine = world.plan.nodes.some(({ address }) => address === pool);
  const keys = new Set([...groups, ...groupsBefore2].map(({ key }) => key));
  const changes = ({ actions }) => doesSomething(actions);
  const own = groups.flatMap(({ resource }) => resource?.isData === false ? [resource] : []).filter(changes);
  if (own.length > 0) return sortedCauses(own);
  const isNamed2 = (side) => side?.groups?.some(
    (group) => group.by === "id" && group.ref.kind === "group" && keys.has(group.ref.key)
  ) === true;
  const attached = world.plan.attachments.filter(
    (attachment) => changes(attachment) && (isNamed2(attachment.before) || isNamed2(attachment.after))
  );
  if (isMachine && attached.length > 0) return sortedCauses(attached);
  const holders = [
    ...[poolAt(world, pool), cluster.resource].filter((holder) => holder !== void 0)
  ];
  return sortedCauses(holders.filter(changes).slice(0, 1));
}
function toCause({ address, actions }) {
  return { address, actions };
}
function sortedCauses(causes) {
  spend(causes.length);
  hold(causes.length);
  return firstOfEach(causes, ({ address }) => address).map(toCause).sort((a, b) => compare(a.address, b.address));
}
function metBy(lists, lack, world) {
  const isDenied = lists.some(isDeniedAmong);
  return (side) => unionOf([
    matched(side, lack, world),
    ...isDenied ? [matched({ ...side, action: "deny" }, lack, world)] : []
  ]);
}
var isDeniedAmong = memoOfObject((rules) => {
  const denies = (side) => side?.action === "deny" && side.family !== "IPv6" && isAccepted(side);
  return rules.some(({ before, after }) => denies(before) || denies(after));
});
function matched(side, { subject, question, region: region2 }, world) {
  if (side.direction !== question.direction && side.direction !== "unknown") return EMPTY;
  return boundsWithin(region2, { question, subject, state: subject.after, world }, (part, reading) => {
    const met = side.action === "deny" ? { ...reading, allow: reading.deny } : reading;
    return { surely: EMPTY, possibly: mayLetThrough({ ...side, action: "allow" }, part, met) };
  }).possibly;
}

// src/check/finding.ts
function rowsOf({ row: row2, reason }) {
  if (row2 !== void 0) return [row2];
  if (reason.kind === "key-renamed") return reason.lost.map((lost) => lost.row);
  return reason.kind === "deny-of-unknown-rank" ? reason.rows : [];
}
function finding(check2, { world }, parts) {
  const { occasion } = world;
  const usual = occasion === "audit" ? "pre-existing" : "introduced";
  const { change = usual, remedy = "of-check", causes = [] } = parts;
  const column = countedChange({ change, occasion });
  const configured = world.configuration.severity[check2.id]?.[column];
  const pools = parts.reason.kind === "not-crosswise" ? parts.reason.pools.length : 0;
  keepToEnd(1 + causes.length + pools);
  return {
    row: void 0,
    cluster: void 0,
    group: void 0,
    pool: void 0,
    role: void 0,
    packets: void 0,
    restsOn: [],
    ...parts,
    check: check2,
    change,
    occasion,
    severity: configured === void 0 || configured === "off" ? parts.severity ?? check2.severities[column] ?? "warning" : configured,
    causes: sortedCauses(causes),
    remedy: { kind: remedy },
    isUntouched: false,
    isOfRun: false,
    waived: void 0
  };
}
function isOff(found, { world }) {
  const { check: check2, severity } = found;
  const column = countedChange(found);
  const isGrave = column === "introduced" && severity === "critical";
  return world.configuration.severity[check2.id]?.[column] === "off" && !isGrave;
}
function countedChange({ change, occasion }) {
  return occasion === "audit" && change === "pre-existing" ? "introduced" : change;
}
function about({ cluster, groups, pool, role }) {
  return { cluster, group: groups[0]?.key, pool, role };
}

// src/check/address-overlap.ts
var addressOverlap = {
  id: "address-overlap",
  title: "Address ranges of a cluster overlap",
  why: "Where the ranges of the VPC, the containers and the Services of a cluster overlap, packets go the wrong way and nodes never become ready.",
  remedy: "Choose ranges that are apart. A cluster keeps the ones that it was made with.",
  severities: { introduced: "warning" },
  example: "A new cluster in the VPC 172.16.0.0/12 with the container CIDR 172.16.0.0/16.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => overlaps(cluster, subjects))
};
function overlaps(cluster, subjects) {
  const { resource } = cluster;
  const isToldOnce = cluster.before !== void 0 && resource?.isReplaced !== true;
  const wasThere = subjects.world.occasion === "plan" && isToldOnce;
  const old = wasThere ? pairs(cluster, "before") : [];
  return pairs(cluster, "after").flatMap(({ of, overlap }) => {
    const before = old.find((pair) => pair.of.join() === of.join());
    if (overlap.v4.length === 0 || before !== void 0 && before.overlap.v4.length > 0) return [];
    return [
      finding(addressOverlap, subjects, {
        cluster,
        causes: causesOfRanges(cluster, subjects),
        reason: { kind: "ranges-overlap", of }
      })
    ];
  });
}
function pairs({ model, resource, ...bound }, which) {
  const { [which]: addresses } = bound;
  if (addresses === void 0) return [];
  const { vpc, container } = addresses;
  const range = resource?.[which]?.serviceCidr;
  const services = range?.kind === "known" ? range.peers : void 0;
  const withServices = services === void 0 ? [] : [
    { of: ["vpc", "services"], overlap: intersectPeers(vpc.peers, services) },
    { of: ["containers", "services"], overlap: intersectPeers(container.peers, services) }
  ];
  return model === "eni" ? withServices : [{ of: ["vpc", "containers"], overlap: intersectPeers(vpc.peers, container.peers) }, ...withServices];
}
function causesOfRanges({ resource }, { world: { plan } }) {
  if (resource !== void 0 && doesSomething(resource.actions)) return [resource];
  return [...plan.vpcs, ...plan.secondaryCidrs].filter(
    ({ actions, isData }) => !isData && doesSomething(actions)
  );
}

// src/check/check-id.ts
var CHECK_IDS = [
  "essential-rule",
  "required-access",
  "egress-minimum",
  "exposed-port",
  "duplicate-rule",
  "rule-input",
  "group-lifecycle",
  "ineffective-rule",
  "unknown-group",
  "not-covered",
  "forgotten-rule",
  "address-overlap",
  "configuration",
  "new-access",
  "waiver"
];

// src/cluster/belief/made-group.ts
function namedPeers(peer) {
  if (peer.kind !== "range") return NO_PEERS;
  return peer.range.kind === "known" ? peer.range.peers : tokenPeers(peer.range.token);
}
function placeOf(token, made) {
  const { vpc, container, master, dns } = made.addresses;
  const reach2 = [vpc, master, container, dns].find(({ peers }) => peers.tokens.includes(token));
  if (reach2 === void 0) return void 0;
  const { within: within2 = ALL_V4 } = reach2;
  const around2 = within2.tokens.flatMap((outer) => outer === token ? [] : placeOf(outer, made) ?? []);
  const place2 = unionOfPeers([intersectPeers(within2, ALL_V4), ...around2]);
  return reach2 === container && made.model !== "eni" ? subtractPeers(place2, vpc.peers) : place2;
}

// src/cluster/belief/lies-within.ts
function rowDefaults(rules, made) {
  const peers = rules.map(({ before }) => before.peer);
  const held = unionOfPeers(peers.map(namedPeers));
  return {
    rules,
    peers,
    held,
    places: unionOfPeers(held.tokens.flatMap((token) => placeOf(token, made) ?? []))
  };
}
function lyingWithin(side, { rules, peers, held, places }, made) {
  const [{ before: own }] = rules;
  const isAlike2 = side.direction === own.direction && side.family === own.family;
  if (!isAlike2 || !isTrafficWithin(side.traffic, own.traffic)) return "no";
  if (peers.some((peer) => peer.kind === "any" || isSamePeer(peer, side.peer))) return "surely";
  if (peers.some((peer) => agree(side.peer, peer, made.agreement))) return "perhaps";
  const all = mostOf(side.peer, made);
  if (all === void 0 || hasAllV4(all)) return "no";
  const rest = restOf(all, held, made);
  if (rest === void 0) return "no";
  if (hasNoPeers(rest) || isWithinAlternative(all, rules, held)) return "surely";
  return peersWithin(rest, places) ? "perhaps" : "no";
}
function meets(side, { before }, made) {
  if (before.peer.kind !== "range") return true;
  const own = namedPeers(before.peer);
  const all = mostOf(side.peer, made);
  return all === void 0 || own.tokens.length > 0 || !hasNoPeers(intersectPeers(all, own));
}
function isWithinAlternative(all, rules, held) {
  const alternatives = rules.flatMap((rule) => rule.alternatives.map(namedPeers));
  return alternatives.some((peers) => peersWithin(all, peers)) && !hasNoPeers(intersectPeers(all, withoutTokens(held)));
}
function isTrafficWithin(traffic, own) {
  const [protocol, ports] = [own.protocols[0], own.ports[0]];
  if (protocol === void 0 || ports === void 0 || traffic.ports.length === 0) return false;
  return traffic.protocols.every(({ lo, hi }) => protocol.lo <= lo && hi <= protocol.hi) && traffic.ports.every(({ lo, hi }) => hi <= ports.hi && (ports.lo <= lo || lo === 0 && ports.lo === 1));
}
function mostOf(peer, made) {
  if (peer.kind === "any") return ALL_V4;
  if (peer.kind === "range") return namedPeers(peer);
  if (peer.kind === "group") {
    return peer.group.kind === "group" ? made.membersOf(peer.group.key)?.peers : void 0;
  }
  const all = peer.peers.map((one) => mostOf(one, made));
  const known = all.filter((one) => one !== void 0);
  return known.length === all.length ? unionOfPeers(known) : void 0;
}
function restOf(all, held, made) {
  const outside = subtractPeers(all, held);
  const places = outside.tokens.map((token) => placeOf(token, made));
  const known = places.filter((place2) => place2 !== void 0);
  if (known.length < places.length) return void 0;
  return subtractPeers(unionOfPeers([withoutTokens(outside), ...known]), held);
}

// src/cluster/belief/must-stay.ts
function letsStay({ requirement: row2, before }, sides, made) {
  const { addresses } = made;
  switch (row2.floor?.kind) {
    case "none":
      return sides.length > 0;
    case "ranges": {
      const usual = { addresses: { ...addresses, nodePorts: void 0 } };
      return isThrough(askFloor(row2, row2.floor.keep, usual), sides, made);
    }
    case "table": {
      const nodes = { ...made, addresses: made.addressesOfNodes(), groups: [made.key] };
      return minima(made).every((minimum) => isThrough(askRow(minimum, made, nodes), sides, made));
    }
    case void 0:
      return isThrough(needOfRule(row2.direction, before, made), sides, made);
  }
}
function minima({ model, addresses }) {
  return egressMinima(model).filter(
    ({ notOnPageOf }) => notOnPageOf === void 0 || notOnPageOf !== addresses.ownPage
  );
}
function needOfRule(direction, { traffic, peer }, { addresses: { vpc, container, master } }) {
  const named2 = namedPeers(peer);
  const reaches = [vpc, container, master].filter(
    ({ peers }) => named2.tokens.some((token) => peers.tokens.includes(token))
  );
  const need = peer.kind === "range" ? unionOfPeers([named2, ...reaches.map(heldBy)]) : ALL_V4;
  return { direction, traffic, need, groups: [], named: peer };
}
function isThrough(need, sides, made) {
  const through = (packets2, peersOf) => isSubset(
    packets2,
    unionOf(
      sides.filter(({ traffic }) => traffic.isAtMost !== true).map(({ traffic, peer }) => restrict(packets2, need.direction, traffic, peersOf(peer)))
    )
  );
  const standsFor = (peer) => standsForWhole(peer, need, made);
  const { protocols, ports } = need.traffic;
  const packets = (peers) => region(need.direction, protocols, ports, peers);
  const known = packets(withoutTokens(need.need));
  const anywhere = packets(ALL_V4);
  return through(known, (peer) => standsFor(peer) ? ALL_V4 : namedPeers(peer)) && need.need.tokens.every(
    (token) => through(anywhere, (peer) => standsFor(peer) || mayReach(peer, token, made) ? ALL_V4 : NO_PEERS)
  );
}
function standsForWhole(peer, { groups, named: named2 }, { agreement }) {
  const key = peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : void 0;
  if (peer.kind === "any" || key !== void 0 && groups.includes(key)) return true;
  return named2 !== void 0 && (isSamePeer(peer, named2) || agree(peer, named2, agreement));
}
function mayReach(peer, token, made) {
  if (peer.kind !== "range") return false;
  if (peer.range.kind === "unknown") return peer.range.token === token;
  return !hasNoPeers(intersectPeers(peer.range.peers, placeOf(token, made) ?? ALL_V4));
}

// src/cluster/belief/evidence.ts
function evidenceOf(candidates, others, made) {
  const rows = [...groupBy(candidates.defaults, ({ requirement: requirement2 }) => requirement2.id).values()].map(
    (rules) => rowDefaults(rules, made)
  );
  const words = others.flatMap((rule) => saidBy(rule, rows, { candidates, made }));
  return new Map(
    [...groupBy(words, ({ of }) => of)].map(([rule, said]) => {
      const clear = said.filter(({ isClear }) => isClear).map(({ rule: { side } }) => side);
      const isEnough = clear.length > 0 && letsStay(rule, clear, made);
      const told2 = said.filter(({ lying, isClear }) => isEnough ? isClear : lying === "surely");
      return [rule, { isEnough, rules: told2.map((one) => one.rule) }];
    })
  );
}
function saidBy(rule, rows, { candidates, made }) {
  const { side } = rule;
  const around2 = rows.map((row2) => ({ defaults: row2.rules, lying: lyingWithin(side, row2, made) })).filter(({ lying }) => lying !== "no");
  const same2 = around2.length < 2 ? around2 : around2.filter(({ defaults: [{ before }] }) => isSameTraffic(side.traffic, before.traffic));
  const open = (same2.length > 0 ? same2 : around2).map(({ defaults, lying }) => ({
    lying,
    defaults: defaults.filter((one) => candidates.open.has(one) && meets(side, one, made))
  })).filter(({ defaults }) => defaults.length > 0);
  const isClear = open.length === 1;
  return open.flatMap(({ lying, defaults }) => defaults.map((of) => ({ of, rule, lying, isClear })));
}

// src/cluster/belief/believe.ts
function believe(defaults, known) {
  const told2 = new Map(
    defaults.map((rule) => [rule, shownAs(rule, known) ?? seenBy(rule, known) ?? recordedAs(rule, known)])
  );
  const evidence = evidenceFor(told2, known);
  const counted2 = defaults.map((rule) => ({ rule, believed: told2.get(rule) ?? judged(evidence.get(rule)) }));
  const fewer = fewerListed(counted2, known);
  return counted2.map(({ rule, believed }) => ({
    ...rule,
    ...rule.before === void 0 || fewer === void 0 ? believed : withList(believed, fewer)
  }));
}
var ASSUMED = { belief: { kind: "assumed" }, stands: "surely", isTakenAway: false };
function seenBy(rule, { seen, agreement }) {
  if (seen === void 0) return void 0;
  const isSure = seen.rules.some(
    ({ side }) => side.group.kind === "group" && isDefaultRule(side, rule, agreement)
  );
  const mayBe2 = seen.rules.some(({ side }) => mayBeDefaultRule(side, rule, agreement));
  return {
    belief: { kind: "seen", since: seen.since },
    stands: isSure ? "surely" : mayBe2 ? "possibly" : "no",
    isTakenAway: false
  };
}
function shownAs(rule, known) {
  const { before: own } = rule;
  const isIt = (side) => side !== void 0 && isOf(side, known) && isDefaultRule(side, rule, known.agreement);
  const isNear = (side) => side?.direction === own?.direction;
  const shown = known.rules.filter(
    (one) => (isNear(one.before) || isNear(one.drifted)) && pastSides(one).some(isIt)
  );
  if (shown.length === 0) return void 0;
  return {
    belief: { kind: "plan", addresses: tellableAddresses(shown, pastSides) },
    stands: shown.some(({ before }) => isIt(before)) ? "surely" : "no",
    // A default rule that CCE itself takes away is no loss.
    isTakenAway: rule.after !== void 0 && !known.rules.some(({ after }) => isIt(after))
  };
}
function isOf({ group }, { key }) {
  return group.kind === "group" && group.key === key;
}
function tellableAddresses(rules, sidesOf2) {
  return distinct(rules.filter((rule) => !sidesOf2(rule).some(isSecret)).map(({ address }) => address));
}
function recordedAs({ requirement: requirement2, before }, { recorded }) {
  if (recorded === void 0 || requirement2 === void 0 || before === void 0) return void 0;
  const { gone, standing: standing2 } = recorded;
  const isGone = gone.includes(requirement2.id);
  if (!isGone && standing2 !== "all" && !standing2.includes(requirement2.id)) return void 0;
  return { belief: { kind: "recorded" }, stands: isGone ? "no" : "surely", isTakenAway: false };
}
function evidenceFor(told2, known) {
  const { made, agreement, rules } = known;
  if (made === void 0) return /* @__PURE__ */ new Map();
  const defaults = [...told2.keys()].filter(isStanding);
  const open = new Set(defaults.filter((rule) => told2.get(rule) === void 0));
  if (open.size === 0) return /* @__PURE__ */ new Map();
  const others = rules.flatMap(({ address, before: side }) => {
    const counts = side !== void 0 && isOf(side, known) && side.action === "allow" && isAccepted(side);
    const isOther = counts && !defaults.some((rule) => isDefaultRule(side, rule, agreement));
    return isOther ? [{ address, side }] : [];
  });
  const there = defaults.filter((rule) => told2.get(rule)?.stands !== "no");
  return evidenceOf({ defaults: there, open }, others, made);
}
function isStanding(rule) {
  return rule.requirement !== void 0 && rule.before !== void 0;
}
function judged(evidence) {
  if (evidence === void 0 || evidence.rules.length === 0) return ASSUMED;
  const addresses = tellableAddresses(evidence.rules, ({ side }) => [side]);
  const because = [{ kind: "idle-rules", addresses }];
  return evidence.isEnough ? { belief: { kind: "gone", because }, stands: "no", isTakenAway: false } : { belief: { kind: "doubted", because }, stands: "possibly", isTakenAway: false };
}
function listedUnmanaged({ ids }, rules) {
  const managed = new Set(rules.map(({ id }) => id));
  return ids.filter((id) => !managed.has(id)).length;
}
function fewerListed(counted2, { made, ruleIds, rules }) {
  if (made === void 0 || ruleIds === void 0) return void 0;
  const listed = listedUnmanaged(ruleIds, rules);
  const assumed = counted2.filter(
    ({ rule, believed: { belief, stands } }) => rule.before !== void 0 && belief.kind !== "plan" && stands !== "no"
  ).length;
  return listed < assumed ? { kind: "rule-ids", listed, assumed } : void 0;
}
function withList(believed, cause) {
  const { belief } = believed;
  if (belief.kind !== "assumed" && belief.kind !== "doubted") return believed;
  const because = [...belief.kind === "doubted" ? belief.because : [], cause];
  return cause.listed === 0 ? { ...believed, belief: { kind: "gone", because }, stands: "no" } : { ...believed, belief: { kind: "doubted", because }, stands: "possibly" };
}

// src/check/default-rule-records.ts
function recordTroubles(cluster, { viewOf, world }) {
  const record = cluster.configuration?.defaultRules;
  if (record === void 0) return [];
  const keys = ROLES.flatMap((role) => [cluster[role]?.before ?? [], cluster[role]?.also ?? []].flat());
  const views = distinct(keys).map(viewOf).filter((view) => view.cluster === cluster);
  const single2 = views.flatMap((view) => [
    ...view.defaults.flatMap((rule) => contradictionOf(rule, record)),
    ...tooFewListed(view, world)
  ]);
  const alike2 = groupBy(single2, ({ kind, record: as }) => JSON.stringify([kind, as]));
  return [
    ...strangeRows(record, cluster),
    ...[...alike2.values()].map((some) => ({
      ...some[0],
      rows: distinct(some.flatMap(({ rows }) => rows))
    }))
  ];
}
function strangeRows({ gone, standing: standing2 }, { model }) {
  if (model === void 0) return [];
  const own = new Set(ROLES.flatMap((role) => tableOf(role, model)?.rows.map(({ id }) => id) ?? []));
  const unknown2 = (ids, record) => {
    const rows = ids.filter((id) => !own.has(id));
    return rows.length === 0 ? [] : [{ kind: "other-model", record, rows }];
  };
  return [...unknown2(gone, "gone"), ...unknown2(standing2 === "all" ? [] : standing2, "standing")];
}
function contradictionOf({ requirement: requirement2, belief, stands, isTakenAway }, { gone, standing: standing2 }) {
  if (requirement2 === void 0 || belief.kind !== "plan" && belief.kind !== "seen") return [];
  const by = belief.kind === "plan" ? "plan" : "facts";
  const rows = [requirement2.id];
  if (gone.includes(requirement2.id)) {
    return stands === "surely" && !isTakenAway ? [{ kind: by, record: "gone", rows }] : [];
  }
  const isRecorded = standing2 === "all" || standing2.includes(requirement2.id);
  const isGone = belief.kind === "plan" ? isTakenAway : stands === "no";
  return isRecorded && isGone ? [{ kind: by, record: "standing", rows }] : [];
}
function tooFewListed({ key, defaults }, { plan, rulesOf }) {
  const list2 = plan.ruleIds.find(({ group }) => group === key);
  const recorded = defaults.filter(({ belief, stands }) => belief.kind === "recorded" && stands !== "no");
  if (list2 === void 0 || listedUnmanaged(list2, rulesOf(key)) >= recorded.length) return [];
  const rows = recorded.flatMap(({ requirement: requirement2 }) => requirement2?.id ?? []);
  return [{ kind: "rule-ids", record: "standing", rows }];
}

// src/facts/instant.ts
function instantOf(text2) {
  const isWhole2 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text2);
  const time = isWhole2 ? Date.parse(text2) : Number.NaN;
  return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}
function hoursBetween(from, to) {
  const [start, end] = [from, to].map((text2) => text2 === void 0 ? Number.NaN : Date.parse(text2));
  const hours = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 36e5;
  return Number.isNaN(hours) ? void 0 : hours;
}

// src/check/facts-findings.ts
var OLD_HOURS = 24;
function flawsOfFacts(plans) {
  return plans.slice(0, 1).filter(({ world: { occasion } }) => occasion === "plan").flatMap(({ world: { facts } }) => facts.lookedAt).flatMap((file) => {
    const { name, since } = file;
    if (!showsSomething(file, plans)) return [{ kind: "elsewhere", file: name }];
    const ages = plans.flatMap(({ world }) => hoursBetween(since, world.plan.header.timestamp) ?? []);
    const hours = Math.max(0, ...ages);
    return since !== void 0 && hours > OLD_HOURS ? [{ kind: "old", file: name, since, hours }] : [];
  });
}
function showsSomething({ name, isAboutGroups, groups }, plans) {
  const asking = plans.map(({ world }) => world.surroundings).filter(({ named: named2 }) => named2.size > 0);
  if (asking.length === 0) return true;
  return asking.some(({ named: named2, answeredBy }) => {
    const answered = answeredBy.get(name);
    const isAnswer = isAboutGroups ? answered === "groups" : answered !== void 0;
    return isAnswer || [...groups].some((key) => named2.has(key));
  });
}
function otherwiseInFacts({ world, viewOf }) {
  const drifted = [...world.drifted].flatMap((rule) => groupsBefore(rule).map((group) => ({ group, rule })));
  const told2 = (group, than, rules) => ({
    ...{ group, than, rules },
    cluster: viewOf(group).cluster
  });
  const disputed = [...world.facts.seen].filter(([key, { isContradicted }]) => isContradicted && world.surroundings.named.has(key)).map(([key]) => key);
  return [
    ...[...groupBy(drifted, ({ group }) => group)].map(
      ([group, same2]) => told2(
        group,
        "state",
        same2.map(({ rule }) => rule.address)
      )
    ),
    ...disputed.map((group) => told2(group, "facts", []))
  ];
}
function groupsBefore({ before, drifted }) {
  const ref = (before ?? drifted)?.group;
  return ref === void 0 ? [] : ref.kind === "group" ? [ref.key] : ref.oneOf;
}

// src/check/configuration.ts
var configuration = {
  id: "configuration",
  title: "The configuration file or the facts do not fit the plan",
  why: "An entry that matches nothing counts for nothing, and one that contradicts the plan may hide what breaks; so may facts that are old, or not of this cloud project.",
  remedy: "Correct the entry in the configuration file, or remove it.",
  severities: { introduced: "warning" },
  example: "A cluster `porud` under `clusters`, where the plan has the cluster `prod`.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One file may serve several plans: what matches nothing in all of them is told once, by `idleEntries`.
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => [
      ...contradicted(cluster, subjects),
      ...recordTroubles(cluster, subjects).map(
        (trouble) => finding(configuration, subjects, { cluster, reason: { kind: "record-troubled", trouble } })
      )
    ]),
    ...otherwiseInFacts(subjects).map(
      ({ group, cluster, ...otherwise }) => finding(configuration, subjects, {
        group,
        cluster,
        reason: { kind: "facts-otherwise", ...otherwise },
        remedy: "look-again"
      })
    )
  ]
};
function idleEntries(plans, first) {
  const { clusters } = first.world.configuration;
  if (clusters.length === 0) return [];
  const told2 = plans.map(({ world }) => world);
  const shown = new Set(told2.flatMap((world) => groupTexts(world)));
  const placed = new Set(
    told2.flatMap((world) => world.clusters.flatMap((one) => isToldOf(one) ? [one.configuration] : []))
  );
  return clusters.flatMap((entry) => {
    const texts = distinct(ROLES.flatMap((role) => entry.securityGroups[role]));
    const missing = texts.filter((text2) => !shown.has(text2));
    const { name } = entry;
    const cluster = { name, label: name, resource: void 0 };
    if (!placed.has(entry) && missing.length === texts.length) {
      return [
        finding(configuration, first, { cluster, reason: { kind: "entry-unused", name, groups: texts } })
      ];
    }
    return missing.filter((text2) => !ID.test(text2)).map((text2) => finding(configuration, first, { cluster, reason: { kind: "group-not-found", text: text2 } }));
  });
}
function factsFindings(plans, first) {
  return flawsOfFacts(plans).map(
    (flaw) => finding(configuration, first, { reason: { kind: "facts-flawed", flaw }, remedy: "look-again" })
  );
}
function isToldOf({ resource, node, control, eni }) {
  const isTold = [node, control, eni].some(
    (group) => group?.placedBy === "name" || group?.placedBy === "description"
  );
  return resource !== void 0 || isTold;
}
function groupTexts({ plan }) {
  const sides = plan.rules.flatMap(({ before, after, drifted }) => [before, after, drifted]);
  const pools = plan.nodePools.flatMap(({ before, after }) => [before, after]);
  const clusters = plan.clusters.flatMap(({ before, after }) => [before, after]);
  const refs = [
    ...sides.flatMap((side) => side === void 0 ? [] : [side.group]),
    ...pools.flatMap((side) => side?.groups ?? []),
    ...clusters.flatMap((side) => [side?.nodeGroup, side?.controlGroup, side?.ownNodeGroup])
  ];
  return [
    ...knownKeys(refs.filter((ref) => ref !== void 0)),
    ...plan.groups.flatMap((group) => [
      group.key,
      group.address,
      group.nameBefore?.text,
      group.nameAfter?.text
    ])
  ];
}
function contradicted(cluster, subjects) {
  const { configuration: entry, resource } = cluster;
  if (entry === void 0 || resource === void 0) return [];
  const which = resource.after === void 0 ? "before" : "after";
  const shown = {
    cluster,
    address: resource.address,
    side: must(resource[which], "it is there"),
    which
  };
  return [
    ...otherModel(shown, entry),
    ...otherAddresses(shown, subjects.world.plan),
    ...otherGroups(shown)
  ].map(
    (contradiction) => finding(configuration, subjects, { cluster, reason: { kind: "entry-contradicts", contradiction } })
  );
}
function otherModel({ address, side }, { networkModel }) {
  const type = side.networkType?.text;
  if (networkModel === void 0 || type === void 0 || type === networkModel) return [];
  return [{ key: "network-model", source: `${address}.container_network_type` }];
}
function otherAddresses({ cluster, which }, plan) {
  const { model, resource, [which]: bound } = cluster;
  if (model === void 0 || bound === void 0) return [];
  const told2 = addressesOf(plan, { cluster: resource, model, configured: void 0 }, which);
  const isOther = (given, { peers }) => given.isConfigured && !peersWithin(withoutTokens(peers), given.peers);
  return [
    ...isOther(bound.vpc, told2.vpc) ? [{ key: "vpc-cidrs", source: told2.vpc.source }] : [],
    ...isOther(bound.container, told2.container) ? [{ key: "container-cidrs", source: told2.container.source }] : []
  ];
}
function otherGroups({ cluster, address, side, which }) {
  const isOther = (group, told2) => {
    const keys = knownKeys(told2.filter((ref) => ref !== void 0));
    const named2 = [group[which], ...group.also];
    return group.placedBy === "configuration" && keys.length > 0 && !keys.some((key) => named2.includes(key));
  };
  const { node, control } = cluster;
  return [
    ...isOther(node, [side.nodeGroup, side.ownNodeGroup]) ? ["security_group_node"] : [],
    ...isOther(control, [side.controlGroup]) ? ["security_group_control"] : []
  ].map((attribute) => ({ key: "security-groups", source: `${address}.${attribute}` }));
}

// src/cluster/machines.ts
var machinesOf = memoOfObject(
  (plan) => plan.nodes.flatMap((node) => {
    const before = attachedTo(plan, node, "before");
    const after = attachedTo(plan, node, "after");
    if (node.after === void 0 || before === void 0 && after === void 0) return [];
    const held = [...groupsHeld(plan, node), ...after?.groups ?? []];
    return [{ address: node.address, node, before, after, held }];
  })
);
function groupsHeld(plan, node) {
  if (node.actions.includes("delete")) return [];
  const attachments = plan.attachments.filter(({ actions }) => !actions.includes("delete"));
  return attachedTo({ ...plan, attachments }, node, "before")?.groups ?? [];
}
function attachedTo(plan, node, which) {
  const members = node[which]?.members;
  if (members === void 0) return void 0;
  spend(plan.attachments.length);
  const sides = plan.attachments.flatMap((both2) => {
    const side = both2[which] ?? emptied(both2, which);
    return side !== void 0 && !both2.isData && isOn(plan, side, members, which) ? [side] : [];
  });
  const named2 = sides.filter(({ groups }) => groups !== void 0);
  if (named2.length === 0) return void 0;
  const isForced = named2.some(({ kind, isExact }) => kind === "associate" && isExact);
  const counted2 = isForced ? named2.filter(({ kind }) => kind === "associate") : named2;
  return {
    groups: counted2.flatMap(({ groups = [] }) => groups.map((group) => attachedRef(plan, group, which))),
    isExact: counted2.some(({ isExact }) => isExact)
  };
}
function emptied({ before }, which) {
  const isForced = which === "after" && before?.kind === "associate" && before.isExact;
  return isForced ? { ...before, groups: [] } : void 0;
}
function isOn(plan, side, members, which) {
  if (isAmong(side.member, members) || isAmong(side.device, members)) return true;
  if (side.kind !== "associate") return false;
  spend(plan.attachments.length);
  return plan.attachments.some((port) => {
    const other = port[which];
    const isPort = other?.kind === "port" && isSameObject(side.member, other.member, port.address);
    return isPort && isAmong(other.device, members);
  });
}
function isAmong(ref, members) {
  return members.some((member) => isSameObject(ref, member, void 0));
}
function isSameObject(a, b, address) {
  if (a.kind === "id") return b.kind === "id" && a.id === b.id;
  if (a.kind !== "address") return false;
  return a.address === address || b.kind === "address" && a.address === b.address;
}
function attachedRef(plan, group, which) {
  if (group.by === "id") return group.ref;
  spend(plan.groups.length);
  const matches = plan.groups.filter(
    ({ existsBefore, existsAfter, nameBefore, nameAfter }) => which === "before" ? existsBefore && nameBefore?.text === group.name : existsAfter && nameAfter?.text === group.name
  );
  const key = onlyOne(matches.map((match) => match.key));
  return key === void 0 ? { kind: "unknown", oneOf: [], why: "its name is not that of one group in this plan" } : { kind: "group", key };
}

// src/cluster/drafts.ts
var NO_NODES = { before: [], after: [] };
function draftsOf(cluster, world) {
  const machines = machinesOf(world.plan);
  return [
    ...ownDrafts(cluster, world, machines),
    ...poolDrafts(cluster, world),
    ...machineDrafts(cluster, world, machines)
  ];
}
function ownDrafts(cluster, world, machines) {
  return ROLES.flatMap((role) => {
    const before = refsOfRole(cluster, role, "before");
    const after = refsOfRole(cluster, role, "after");
    if (after === void 0) return [];
    const isReplaced2 = cluster.resource?.isReplaced === true;
    const nodes = role === "node" ? defaultNodesOf(cluster, world, machines) : NO_NODES;
    return [{ cluster, role, pool: void 0, before, after, isReplaced: isReplaced2, isMachine: false, nodes }];
  });
}
function defaultNodesOf(cluster, world, machines = machinesOf(world.plan)) {
  const apart = new Set(machines.map(({ address }) => address));
  const on = (which) => {
    const { nodePools, nodes } = nodesOf(world, cluster)[which];
    return standing(cluster, which, [
      ...nodePools.filter(({ [which]: side }) => isDefault(cluster, side?.groups ?? [], which)),
      ...nodes.filter(({ address }) => !apart.has(address))
    ]);
  };
  return { before: on("before"), after: on("after") };
}
function standing(cluster, which, all) {
  const own = JSON.stringify(cluster.resource?.[which]?.subnet);
  return all.flatMap(({ address, [which]: side }) => {
    if (side === void 0) return [];
    const { subnet } = side;
    return [{ owner: address, subnet: JSON.stringify(subnet) === own ? void 0 : subnet }];
  });
}
function standingOn(cluster, one) {
  return { before: standing(cluster, "before", [one]), after: standing(cluster, "after", [one]) };
}
function isDefault(cluster, groups, which) {
  const own = refsOfRole(cluster, "node", which);
  return groups.length === 0 || JSON.stringify(groups) === JSON.stringify(own);
}
function refsOfRole(cluster, role, which) {
  const isConfigured = cluster.node.placedBy === "configuration";
  const own = role === "node" && !isConfigured ? cluster.resource?.[which]?.ownNodeGroup : void 0;
  if (own !== void 0) return [own];
  const { [which]: key, also = [] } = cluster[role] ?? {};
  return key === void 0 ? void 0 : [key, ...also].map((one) => ({ kind: "group", key: one }));
}
function poolDrafts(cluster, world) {
  return nodesOf(world, cluster).after.nodePools.flatMap((pool) => {
    const { before, after } = pool;
    if (after === void 0) return [];
    const refs = (groups, which) => groups.length > 0 ? groups : refsOfRole(cluster, "node", which);
    const next = refs(after.groups, "after");
    if (next === void 0 || isDefault(cluster, after.groups, "after")) return [];
    return [
      {
        cluster,
        role: "node",
        pool: pool.address,
        before: before === void 0 ? void 0 : refs(before.groups, "before"),
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        nodes: standingOn(cluster, pool)
      }
    ];
  });
}
function machineDrafts(cluster, world, machines) {
  const ours = new Set(nodesOf(world, cluster).after.nodes.map(({ address }) => address));
  const own = ours.size === 0 ? [] : machines.filter(({ address }) => ours.has(address));
  return own.flatMap(({ address, node, before, after }) => {
    const refs = (attached, which) => {
      const defaults = refsOfRole(cluster, "node", which) ?? [];
      if (attached === void 0) return defaults;
      return attached.isExact ? attached.groups : [...defaults, ...attached.groups];
    };
    return [
      {
        cluster,
        role: "node",
        pool: address,
        before: node.before === void 0 ? void 0 : refs(before, "before"),
        after: refs(after, "after"),
        isReplaced: node.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: true,
        nodes: standingOn(cluster, node)
      }
    ];
  });
}

// src/cluster/members.ts
function memberReaches(cluster, world, { which, addresses }) {
  const reaches = /* @__PURE__ */ new Map();
  const put = (all, reach2) => {
    for (const key of all) if (key !== void 0) reaches.set(key, reach2);
  };
  put([...workerGroups(cluster, world, which), cluster.node[which]], addresses.vpc);
  put([cluster.control[which]], addresses.master);
  put([cluster.eni?.[which]], addresses.container);
  return reaches;
}
function atMost({ peers, within: within2 = ALL_V4 }) {
  return peers.tokens.length === 0 ? peers : unionPeers(peers, within2);
}
function workerGroups(cluster, world, which) {
  const pools = nodesOf(world, cluster)[which].nodePools.flatMap(({ [which]: side }) => side?.groups ?? []);
  return knownKeys([...refsOfRole(cluster, "node", which) ?? [], ...pools]);
}

// src/cluster/group-view.ts
function groupView(world, key) {
  const resources = groupsByKey(world.plan).get(key) ?? [];
  const resource = resources.find(({ isData }) => !isData) ?? resources[0];
  const managed = resource?.isData === false ? resource : void 0;
  const made = makerOf(world, key, managed);
  const rules = world.rulesOf(key);
  const agreement = agreementOf(world, made?.cluster);
  const seen = world.unmanaged.get(key);
  const ruleIds = listsOf(world.plan.ruleIds).get(key)?.[0];
  const isWhole2 = seen !== void 0 || ruleIds !== void 0 && listedUnmanaged(ruleIds, rules) === 0;
  const isUnseen = world.occasion === "audit" && !isWhole2;
  const own = isUnseen ? [] : made !== void 0 ? madeRules(made.cluster, made.role, key) : managed !== void 0 ? defaultRulesOfGroup(managed) : [];
  const defaults = believe(
    own.map((rule) => rankedDefault(rule, world.unmanaged)),
    {
      key,
      rules,
      agreement,
      seen,
      made: made === void 0 ? void 0 : madeGroupOf(made, key, { world, agreement }),
      recorded: made?.cluster.configuration?.defaultRules,
      ruleIds
    }
  );
  const isElsewhere = isUnseen || made === void 0 && managed === void 0 && seen === void 0;
  const unmanaged2 = defaults.filter(({ belief, stands }) => belief.kind !== "plan" && stands !== "no");
  const standing2 = seen === void 0 ? [...unmanaged2.map(unchanged), ...isElsewhere ? [unknownRules(key, world.plan)] : []] : seenBeside(seen, defaults, agreement);
  return {
    key,
    kind: isElsewhere ? "elsewhere" : made !== void 0 ? "made" : "managed",
    role: made?.role,
    cluster: made?.cluster,
    resource,
    rules: rulesOfGroup([...rules, ...standing2], key),
    defaults
  };
}
function agreementOf({ isUnplaced }, cluster) {
  return {
    isUnplaced,
    isIdUnknown: (other) => cluster !== void 0 && isIdUnknown(cluster, other),
    mayHave: (token, cidr) => cluster !== void 0 && mayBeVpc(cluster, token, cidr)
  };
}
function unchanged({ before, after, stands }) {
  return { before, after, change: "stands", address: void 0, isDoubted: stands === "possibly" };
}
function madeGroupOf({ cluster, role }, key, { world, agreement }) {
  const { before, model, control } = cluster;
  if (before === void 0 || model === void 0) return void 0;
  const side = { which: "before", plan: world.plan };
  const members = memo(() => memberReaches(cluster, world, { which: "before", addresses: before }));
  return {
    key,
    role,
    model,
    addresses: before,
    addressesOfNodes: () => withDnsOf(before, defaultNodesOf(cluster, world).before, side),
    controlGroup: control.before,
    membersOf: (group) => members(void 0).get(group),
    agreement
  };
}
var listsOf = memoOfObject((lists) => groupBy(lists, ({ group }) => group));
var makersOf = memoOfObject(
  (clusters) => {
    const makers = clusters.flatMap(
      (cluster) => ROLES.flatMap((role) => {
        const { before, after, also = [] } = cluster[role] ?? {};
        return distinct([before, after, ...also]).map((key) => ({ key, cluster, role }));
      })
    );
    return groupBy(makers, ({ key }) => key);
  }
);
function makerOf({ clusters }, key, managed) {
  return makersOf(clusters).get(key)?.find(({ cluster, role }) => managed === void 0 || cluster[role]?.placedBy !== "configuration");
}
var groupsByKey = memoOfObject(({ groups }) => groupBy(groups, ({ key }) => key));
function unknownRules(key, { sensitiveIds }) {
  const owner = sensitiveIds.has(key) ? `sensitive group ${[...sensitiveIds].indexOf(key) + 1}` : key;
  const side = {
    group: { kind: "group", key },
    direction: "unknown",
    family: "unknown",
    traffic: someTraffic(),
    peer: { kind: "range", range: { kind: "unknown", token: `rules of ${owner}`, why: "managed elsewhere" } },
    action: "allow",
    priority: { kind: "undocumented" },
    problems: []
  };
  return { before: side, after: side, change: "stands", address: void 0 };
}

// src/cluster/subject.ts
function subjectWith({ subjects }, key) {
  return ownersOf(subjects).get(key)?.[0].subject;
}
var ownersOf = memoOfObject((subjects) => {
  const owned = subjects.flatMap((subject) => subject.groups.map(({ key }) => ({ key, subject })));
  return groupBy(owned, ({ key }) => key);
});
function subjectsOf(world, like) {
  const shared = like?.world.clusters === world.clusters ? like : void 0;
  const isShared = (key) => shared?.world.rulesOf(key) === world.rulesOf(key);
  const viewOf = memo(
    (key) => shared !== void 0 && isShared(key) ? shared.viewOf(key) : groupView(world, key)
  );
  const made = (shared?.made ?? draftedIn(world)).map((one) => {
    const { draft, membersOn, subjects } = one;
    const isSame2 = namedKeys([...draft.before ?? [], ...draft.after]).every(isShared);
    return {
      ...one,
      subjects: subjects !== void 0 && isSame2 ? subjects : finish(draft, membersOn, { viewOf, world })
    };
  });
  return { world, viewOf, subjects: made.flatMap(({ subjects }) => subjects), made };
}
function draftedIn(world) {
  return world.clusters.flatMap((cluster) => {
    const on = memo((which) => {
      const { [which]: addresses } = cluster;
      if (addresses === void 0) return /* @__PURE__ */ new Map();
      const members = clusterMembers(cluster, world, { which, addresses });
      return which === "before" && isAlike(members, on("after")) ? on("after") : members;
    });
    return draftsOf(cluster, world).map((draft) => ({ draft, membersOn: on }));
  });
}
function goneSubjects({ world, viewOf }) {
  return world.clusters.flatMap((cluster) => {
    const { before: addresses, after } = cluster;
    if (addresses === void 0 || after !== void 0) return [];
    const members = memo(() => clusterMembers(cluster, world, { which: "before", addresses }));
    const was = { ...cluster, after: addresses };
    return ROLES.flatMap((role) => {
      const refs = refsOfRole(cluster, role, "before");
      if (refs === void 0) return [];
      const draft = { ...NO_MACHINES, cluster: was, role, before: refs, after: refs };
      const found = finish(draft, () => members(void 0), { viewOf, world });
      return found.flatMap(
        ({ before, ...rest }) => before === void 0 ? [] : [{ ...rest, cluster, before, after: before, isLosingGroup: false }]
      );
    });
  });
}
var NO_MACHINES = {
  ...{ pool: void 0, isReplaced: true, isMachine: false },
  nodes: { before: [], after: [] }
};
function finish(draft, membersOn, { viewOf, world }) {
  const { cluster, role, pool } = draft;
  const { model } = cluster;
  if (model === void 0 || cluster.after === void 0) return [];
  const groups = knownKeys(draft.after).map(viewOf);
  const groupsBefore2 = knownKeys(draft.before ?? []).map(viewOf);
  const held = draft.isMachine || draft.isReplaced ? groups : [...groups, ...groupsBefore2];
  const rulesAt = (time, refs) => oneList([...knownKeys(refs).map((key) => viewOf(key).rules[time]), possibleRules(refs, time, viewOf)]);
  const state = (which, refs, addresses) => {
    const own = withDnsOf(addresses, draft.nodes[which], { plan: world.plan, which });
    const keys = knownKeys(refs);
    return {
      rules: rulesAt(which, refs),
      addresses: own,
      groups: keys,
      members: withOwn(membersOn(which), draft, { addresses: own, keys }),
      controlGroup: cluster.control[which]
    };
  };
  const after = state("after", draft.after, cluster.after);
  const areMembersSame = membersOn("before") === membersOn("after");
  return [
    {
      cluster,
      model,
      role,
      pool,
      groups,
      groupsBefore: groupsBefore2,
      before: draft.before === void 0 || cluster.before === void 0 ? void 0 : orSame(state("before", draft.before, cluster.before), after, areMembersSame),
      during: draft.before === void 0 || draft.isReplaced ? void 0 : withRules(rulesAt("during", draft.after), after),
      after,
      isLosingGroup: held.some((view) => view.resource?.isDestroyed === true),
      unknownGroups: unknownGroups(draft.after, groups, world)
    }
  ];
}
function orSame(state, other, areMembersSame) {
  const isSame2 = areMembersSame && state.rules === other.rules && isAlike({ ...state, members: void 0 }, { ...other, members: void 0 });
  return isSame2 ? other : state;
}
function withRules(rules, state) {
  return rules === state.rules ? state : { ...state, rules };
}
function oneList(lists) {
  const [only2 = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? only2 : [only2, ...others].flat();
}
function possibleRules(refs, time, viewOf) {
  const possible = refs.flatMap((ref) => ref.kind === "unknown" ? namedKeys([ref]) : []);
  return possible.flatMap((key) => viewOf(key).rules[time].map((rule) => ({ ...rule, isSure: false })));
}
function namedKeys(refs) {
  return refs.flatMap((ref) => {
    if (ref.kind === "group") return [ref.key];
    return ref.oneOf.length > 0 && ref.orNone !== true ? ref.oneOf : [`a group that is not known: ${ref.why}`];
  });
}
function unknownGroups(refs, views, world) {
  return [
    ...views.filter(({ kind }) => kind === "elsewhere").map(({ key }) => ({
      key,
      why: whyUnknown(key, world)
    })),
    ...refs.flatMap((ref) => ref.kind === "unknown" ? [{ key: void 0, why: ref.why }] : [])
  ];
}
function whyUnknown(key, { occasion, isUnplaced }) {
  if (occasion === "audit") return "the facts do not show them";
  return isUnplaced(key) ? "this plan does not show it" : "its rules are not managed in this plan";
}
function clusterMembers(cluster, world, now) {
  const reaches = memberReaches(cluster, world, now);
  return new Map([...reaches].map(([key, reach2]) => [key, reachBounds(reach2)]));
}
function reachBounds(reach2) {
  return { surely: reach2.peers, possibly: atMost(reach2) };
}
function withOwn(members, { role }, { addresses, keys }) {
  if (role !== "node") return members;
  const own = reachBounds(addresses.vpc);
  const isSaid = (key) => members.get(key)?.surely === own.surely;
  return keys.every(isSaid) ? members : overlaid(members, new Map(keys.map((key) => [key, own])));
}

// src/weigh/named-ranges.ts
function namedRanges(row2, { role, model, after }) {
  const { vpc, container, master, dns, api, loadBalancer, serviceMesh, internalServices } = after.addresses;
  const { peer, floor, isAmongNodes } = row2;
  const named2 = (name, end, reach2) => reach2 === void 0 || reach2.isSensitive || hasNoPeers(reach2.peers) ? [] : [{ name, end, peers: reach2.peers }];
  const isService = peer === "dns-servers" || peer === "vpc-endpoint-service" || peer === "internal-services";
  const isForNodes = role !== "node" || peer === "node-group" || isAmongNodes === true;
  const masters = [...named2("api", "control", api), ...named2("masters", "control", master)];
  const hosts = named2("vpc", isForNodes && floor === void 0 ? "node" : "host", vpc);
  const others = [
    ...named2(model === "eni" ? "pod-subnets" : "containers", "eni", container),
    ...named2("load-balancers", "load-balancer", loadBalancer),
    ...named2("service-mesh", "service", serviceMesh)
  ];
  const services = [
    ...named2("dns-servers", peer === "dns-servers" ? "dns-server" : void 0, dns),
    { name: "vpc-endpoints", end: isService ? "service" : void 0, peers: VPC_ENDPOINTS },
    ...named2("internal-services", isService ? "service" : void 0, internalServices)
  ];
  if (isService) return [...services, ...masters, ...hosts, ...others];
  const isForPods = peer === "container-cidr" || peer === "container-subnet-cidr" || peer === "eni-group";
  if (isForPods) return [...others, ...masters, ...hosts, ...services];
  return isForNodes ? [...hosts, ...others, ...masters, ...services] : [...masters, ...hosts, ...others, ...services];
}
function namedParts(peers, ranges) {
  const within2 = ranges.filter((range) => peersWithin(range.peers, peers));
  if (within2.length === 0 || !samePeers(unionOfPeers(within2.map((range) => range.peers)), peers)) return [];
  return within2.filter(
    (range, i) => !within2.some(
      (other, j) => i !== j && peersWithin(range.peers, other.peers) && (!samePeers(range.peers, other.peers) || j < i)
    )
  );
}

// src/weigh/row-sets.ts
function ownRows({ role, model }) {
  return tableOf(role, model)?.rows ?? [];
}
function essentialRows(subject) {
  return ownRows(subject).filter(({ suggestion }) => suggestion === "not-recommended").map((row2) => ({ row: row2, ask: (state) => askRow(row2, subject, state) }));
}
function floorRows(subject) {
  return ownRows(subject).flatMap((row2) => {
    const { floor } = row2;
    return floor?.kind === "ranges" ? [{ row: row2, ask: (state) => askFloor(row2, floor.keep, state) }] : [];
  });
}
function minimumRows(subject) {
  if (subject.role !== "node") return [];
  return egressMinima(subject.model).map((row2) => ({ row: row2, ask: (state) => askRow(row2, subject, state) }));
}
function allRows(subject) {
  return [...essentialRows(subject), ...floorRows(subject), ...minimumRows(subject)];
}

// src/weigh/beliefs.ts
function beliefsOf(groups, concerns) {
  return distinct(groups.flatMap(({ defaults }) => defaults)).filter(({ belief, before, after }) => {
    if (belief.kind === "plan" || belief.kind === "seen" || before === void 0) return false;
    return concerns(before) || after !== void 0 && after !== before && concerns(after);
  });
}
function beliefsAbout(lack, world) {
  const { groups, groupsBefore: groupsBefore2 } = lack.subject;
  return beliefsOf([...groupsBefore2, ...groups], (side) => !isEmpty(matched(side, lack, world)));
}
function beliefIn(rule, { defaults }) {
  const [side] = rule.sides;
  return defaults.find(({ before, after }) => before === side || after === side)?.belief.kind ?? "seen";
}

// src/weigh/doubts.ts
function doubtsOf(lack, world) {
  const { subject, region: region2 } = lack;
  const { rules } = subject.after;
  const meets2 = (part) => (rule) => rule.sides.some((side) => !isEmpty(matched(side, { ...lack, region: part }, world)));
  const ranks = new Map(
    deniesAmong(rules).filter(meets2(region2)).map((deny) => [deny, rankDoubts(deny, lack, world)]).filter(([, doubts]) => doubts.length > 0)
  );
  const byValue = undecidedByValue(lack, new Set(ranks.keys()), world);
  const found = isEmpty(byValue) ? [] : [
    ...unknownRanges(byValue, lack),
    ...doubtfulAmong(rules).map((rule) => ({ rule, doubts: valueDoubts(rule, lack, world) })).filter(({ rule, doubts }) => doubts.length > 0 && meets2(byValue)(rule)).flatMap(({ doubts }) => doubts),
    ...doubtedDefaults({ ...lack, region: byValue }, world)
  ];
  return firstOfEach([...found, ...[...ranks.values()].flat()], (doubt) => JSON.stringify(doubt));
}
function doubtedDefaults(lack, world) {
  const doubted = beliefsAbout(lack, world).filter(({ stands }) => stands === "possibly");
  const isWhole2 = ({ after }) => after !== void 0 && isSubset(lack.region, matched(after, lack, world));
  const whole2 = doubted.filter(isWhole2);
  return (whole2.length > 0 ? whole2 : doubted).flatMap(
    ({ requirement: requirement2 }) => requirement2 === void 0 ? [] : [{ kind: "default", row: requirement2.id, cluster: lack.subject.cluster.label }]
  );
}
function isDeny({ sides: [{ action: action2 }] }) {
  return action2 === "deny";
}
var deniesAmong = memoOfObject((rules) => rules.filter(isDeny));
var doubtfulAmong = memoOfObject(
  (rules) => rules.filter((rule) => !rule.isSure || !isWhollyKnown(rule))
);
function undecidedByValue({ subject, question, region: region2 }, uncertain, world) {
  if (uncertain.size === 0) return region2;
  const { after } = subject;
  const undecidedWith = (rules) => coverage(needOf(question), boundsOf(question, subject, { ...after, rules }, world)).undecided;
  const lost = undecidedWith(after.rules.filter((rule) => !uncertain.has(rule)));
  const won = undecidedWith(after.rules.map((rule) => uncertain.has(rule) ? winning(rule) : rule));
  return intersect(region2, union(lost, won));
}
function winning(deny) {
  const [side] = deny.sides;
  return { ...deny, sides: [{ ...side, priority: { kind: "known", value: 0 } }] };
}
function rankDoubts(deny, lack, world) {
  const [side] = deny.sides;
  const { address } = deny;
  if (address === void 0) return deny.isSeen === true ? [{ kind: "seen", part: "priority" }] : [];
  const met = { ...lack, region: matched(side, lack, world) };
  const doubts = lack.subject.after.rules.filter((rule) => !isDeny(rule)).map((allow) => ({ allow, doubt: rankDoubt(deny, address, allow, world) })).filter(({ doubt }) => doubt !== void 0);
  return [...groupBy(doubts, ({ doubt }) => JSON.stringify(doubt)).values()].flatMap(
    (alike2) => alike2.some(({ allow }) => allow.sides.some((own) => !isEmpty(matched(own, met, world)))) ? alike2[0].doubt ?? [] : []
  );
}
function rankDoubt(deny, address, allow, { configuration: { defaultRulePriority } }) {
  const [{ priority }] = deny.sides;
  if (priority.kind !== "known") return { kind: "rule", address, part: "priority" };
  const [{ priority: other }] = allow.sides;
  const strongest = other.kind === "known" ? other.value : other.kind === "undocumented" ? defaultRulePriority ?? 1 : 1;
  if (priority.value <= strongest) return void 0;
  if (deny.group !== allow.group) return { kind: "across-groups", address };
  if (other.kind === "unknown" && allow.address !== void 0) {
    return { kind: "rule", address: allow.address, part: "priority" };
  }
  return other.kind === "undocumented" && defaultRulePriority === void 0 ? { kind: "rank", address } : void 0;
}
function unknownRanges(region2, { subject, question }) {
  const { traffic, beyond: beyond2 } = question;
  const all = boxes(region2);
  const isBeyond = all.some(({ ports }) => intersectSets([ports], traffic.ports).length === 0);
  const tokens = distinct(all.flatMap(({ peers }) => peers.tokens));
  return [
    ...tokens.map((token) => rangeDoubt(token, subject.after.addresses)),
    ...beyond2 !== void 0 && isBeyond ? [{ kind: "range", token: beyond2.token, key: void 0 }] : []
  ];
}
function rangeDoubt(token, addresses) {
  const { vpc, master, container, dns, loadBalancer, serviceMesh, internalServices } = addresses;
  const reaches = [
    ["vpc-cidrs", vpc],
    ["master-cidrs", master],
    ["container-cidrs", container],
    ["dns-servers", dns],
    ["load-balancer-cidrs", loadBalancer],
    ["service-mesh-cidrs", serviceMesh],
    ["service-cidrs", internalServices]
  ];
  const [key, reach2] = reaches.find(([, one]) => one?.peers.tokens.includes(token) === true) ?? [];
  const isDescribed = reach2?.described?.includes(token) === true;
  return { kind: "range", token, key, ...isDescribed && { isDescribed } };
}
function valueDoubts(rule, lack, world) {
  const { address, isSeen } = rule;
  if (address === void 0 && isSeen !== true) return [];
  const parts = unknownParts(rule, lack.question, world);
  return [
    ...parts.map(
      (part) => address === void 0 ? { kind: "seen", part } : { kind: "rule", address, part }
    ),
    ...isDeny(rule) ? memberRanges(rule, lack) : []
  ];
}
function memberRanges({ sides: [{ peer }] }, { subject: { after }, question }) {
  if (question.namesGroup || peer.kind !== "group" || peer.group.kind !== "group") return [];
  const tokens = after.members.get(peer.group.key)?.surely.tokens ?? [];
  return tokens.map((token) => rangeDoubt(token, after.addresses));
}
function unknownParts({ isSure, sides }, { need }, world) {
  const has = (test) => sides.some(test);
  const parts = [
    ["group", !isSure],
    ["direction", has(({ direction }) => direction === "unknown")],
    ["family", has(({ family }) => family === "unknown")],
    ["action", has(({ action: action2 }) => action2 === "unknown")],
    ["traffic", has(({ traffic }) => traffic.isAtMost === true)],
    ["peer", has(({ peer }) => !isKnownPeer(peer, need.tokens, world))]
  ];
  return parts.filter(([, isUnknown]) => isUnknown).map(([part]) => part);
}
function isKnownPeer(peer, tokens, { isUnplaced }) {
  switch (peer.kind) {
    case "any":
      return true;
    case "range":
      return peer.range.kind === "known" || tokens.includes(peer.range.token);
    case "group":
      return peer.group.kind === "group" && !isUnplaced(peer.group.key);
    case "one-of":
      return false;
    default:
      return unreachable(peer);
  }
}

// src/check/row-findings.ts
var ROW_SEVERITIES = {
  introduced: "critical",
  transient: "warning",
  "pre-existing": "warning",
  undecided: "warning"
};
function rowVerdict(check2, subjects) {
  const { rows } = check2;
  if (rows === void 0) return { findings: [], resolved: [] };
  return joinedVerdict(
    subjects.subjects.filter(({ isLosingGroup }) => !isLosingGroup).map((subject) => {
      const known = verdictsOn(subject);
      const verdict = known.get(check2.id) ?? joinedVerdict(rows(subject).map((asked) => verdictOnRow(check2, subjects, subject, asked)));
      known.set(check2.id, verdict);
      return verdict;
    })
  );
}
var verdictsOn = memoOfObject(() => /* @__PURE__ */ new Map());
function joinedVerdict(verdicts) {
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    resolved: verdicts.flatMap(({ resolved }) => resolved)
  };
}
function verdictOnRow(check2, subjects, subject, asked) {
  const outcome = outcomeOf(asked.ask, subject, subjects.world);
  const { cluster, group } = about(subject);
  return {
    findings: rowFindings({ check: check2, subjects, subject, asked, outcome }),
    resolved: outcome.isResolved ? [{ check: check2, row: asked.row, cluster, group }] : []
  };
}
function rowFindings(weighed) {
  const { outcome, subject, subjects } = weighed;
  const isMissing = !isEmpty(outcome.introduced) || !isEmpty(outcome.preExisting);
  const undecided = isMissing || subject.unknownGroups.length > 0 ? EMPTY : subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world));
  return [
    ...rowFinding(weighed, "introduced", outcome.introduced),
    ...rowFinding(weighed, "transient", outcome.transient),
    ...rowFinding(weighed, "pre-existing", outcome.preExisting),
    ...undecidedFindings(weighed, undecided)
  ];
}
function undecidedFindings(weighed, region2) {
  const untouched2 = untouchedPart(weighed, region2);
  return [
    ...rowFinding(weighed, "undecided", subtract(region2, untouched2)),
    ...rowFinding(weighed, "undecided", untouched2).map((found) => ({ ...found, isUntouched: true }))
  ];
}
function untouchedPart({ subject, subjects, outcome }, undecided) {
  if (subjects.world.occasion === "audit") return EMPTY;
  const region2 = intersect(undecided, outcome.undecidedBefore);
  return subtract(region2, touchedPart({ subject, question: outcome.question, region: region2 }, subjects.world));
}
function isStandingDeny({ stands, sides: [{ action: action2 }] }) {
  return stands && action2 === "deny";
}
var withoutStandingDenies = memoOfObject(
  (rules) => keptOf(rules, (rule) => !isStandingDeny(rule))
);
function standingDoubt({ question, undecided, surelyBefore }, subject, world) {
  if (isEmpty(undecided)) return EMPTY;
  const { after } = subject;
  const rules = withoutStandingDenies(after.rules);
  if (rules === after.rules) return EMPTY;
  const without = coverageOf(question, subject, { ...after, rules }, world);
  return subtract(subtract(undecided, without.undecided), surelyBefore);
}
function rowFinding(weighed, change, region2) {
  if (isEmpty(region2)) return [];
  const { check: check2, subjects, subject, asked, outcome } = weighed;
  const { row: row2 } = asked;
  const { question } = outcome;
  const lack = { subject, question, region: region2, change };
  const secret2 = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const need = askedBefore(region2, weighed);
  const found = finding(check2, subjects, {
    ...about(subject),
    change,
    row: row2,
    // The page of the region does not have the row, or nobody uses these protocols.
    ...(isOffPage(row2, subject) || isUnused(region2)) && { severity: "warning" },
    packets: {
      region: region2,
      naming: {
        whole: question.namesGroup ? { peers: question.need, other: groupEnd(row2.peer) } : void 0,
        ranges: namedRanges(row2, subject),
        isSensitive: outcome.isSensitive || secret2.some(isPeerSensitive),
        isTrafficSensitive: secret2.some((side) => side.isTrafficSensitive === true)
      },
      fate: fateOf(change, need),
      passedBefore: outcome.surelyBefore
    },
    causes,
    reason: {
      kind: "row",
      ...impactFacts(weighed, region2),
      ...lackFacts(region2, outcome),
      need,
      heldBefore: !isEmpty(outcome.needBefore) && isSubset(outcome.needBefore, outcome.surelyBefore),
      isOutdatedRange: isOutdatedRange(question, weighed),
      doubts: change === "undecided" ? doubtsOf(lack, subjects.world) : []
    },
    remedy: remedyFor(lack, causes, subjects.world),
    restsOn: beliefsAbout(lack, subjects.world)
  });
  return [found];
}
function remedyFor({ subject: { groups }, change }, causes, world) {
  if (change === "undecided") return "tell-value";
  if (change !== "transient" || world.shifting.size === 0) return "prove";
  const named2 = new Set(causes.map(({ address }) => address));
  const rules = groups.flatMap(({ key }) => world.rulesOf(key)).filter(({ address }) => named2.has(address));
  return rules.some(({ address }) => world.shifting.has(address)) ? "stable-keys" : "prove";
}
function isOffPage({ notOnPageOf }, { after }) {
  return notOnPageOf !== void 0 && notOnPageOf === after.addresses.ownPage;
}
function isOutdatedRange(question, weighed) {
  const { subject, subjects, asked, outcome } = weighed;
  const { introduced, preExisting } = outcome;
  if (asked.row.peer !== "internal-services" || isEmpty(introduced) && isEmpty(preExisting)) return false;
  const former = { ...question, need: addressesIn(FORMER_INTERNAL_SERVICES) };
  const bounds = boundsOf(former, subject, subject.after, subjects.world);
  return isSubset(needOf(former), bounds.surely);
}
function impactFacts({ asked: { row: row2 }, subject, outcome }, region2) {
  const isPart = !isNearlyAll(region2, outcome);
  const { impactOf: impactOf2 } = row2;
  if (impactOf2 === void 0) return { isPart, isImpactTrue: true };
  const of = askRow({ ...row2, ...impactOf2 }, subject, subject.after);
  const everywhere = needOf({ ...of, need: outcome.question.need });
  const isImpactTrue = !isEmpty(intersect(needOf(of), region2)) || isSubset(everywhere, region2);
  return { isPart, isImpactTrue };
}
function isNearlyAll(region2, outcome) {
  const { question } = outcome;
  return !lackFacts(region2, outcome).areFewPorts && boxes(region2).every(({ peers }) => samePeers(peers, question.need));
}
function lackFacts(region2, { need, question }) {
  const lost = sizeOf(region2);
  return {
    areFewPorts: lost === 0 || 2 * lost < sizeOf(need),
    areFewPeers: !boxes(region2).some(({ peers }) => samePeers(peers, question.need))
  };
}
function sizeOf(region2) {
  return boxes(region2).reduce((sum, { protocols, ports }) => {
    const used = USED_PROTOCOLS.filter((one) => protocols.lo <= one && one <= protocols.hi).length;
    return sum + used * (ports.hi - ports.lo + 1);
  }, 0);
}
function isUnused(region2) {
  return sizeOf(region2) === 0;
}
function askedBefore(region2, { subject, outcome }) {
  if (subject.before === void 0) return "new";
  return isSubset(region2, outcome.needBefore) ? "as-before" : "grown";
}
function fateOf(change, need) {
  if (change === "introduced") return need === "as-before" ? "lost" : "missing";
  if (change === "transient") return "may-be-cut";
  return change === "undecided" ? "may-be-missing" : "missing";
}
function groupEnd(peer) {
  return {
    kind: "group",
    role: peer === "control-group" ? "control" : peer === "eni-group" ? "eni" : "node"
  };
}
function sensitiveRules({ subject, outcome: { question }, subjects }, region2) {
  return [...secretsAmong(subject.before?.rules ?? []), ...secretsAmong(subject.after.rules)].filter(
    (side) => !isEmpty(intersect(region2, matched(side, { subject, question, region: region2 }, subjects.world)))
  );
}
var secretsAmong = memoOfObject(
  (rules) => rules.flatMap(({ sides }) => sides.filter(isSecret))
);

// src/weigh/idle-rules.ts
function idleRules(rules, isWeighed) {
  const counted2 = rules.flatMap((rule) => {
    const { side } = rule;
    const { priority, direction } = side;
    const rank = !isWeighed(side) ? "" : priority.kind === "known" ? String(priority.value) : void 0;
    const isKnown = side.action === "allow" && direction !== "unknown" && side.family !== "unknown";
    const to = otherEndOf(side);
    if (!isKnown || side.traffic.isAtMost === true || isSecret(side)) return [];
    return rank === void 0 || to === void 0 ? [] : [{ rule, way: `${direction} ${side.family} ${rank}`, to, ...realPackets(side.traffic) }];
  });
  const same2 = [...groupBy(counted2, ({ rule, way }) => way + identityHint(rule.side)).values()].flatMap(
    sorted
  );
  return {
    same: same2.filter((all) => all.length > 1).map((all) => [all[0].rule, ...all.slice(1).map(({ rule }) => rule)]),
    idle: idleAmong(same2.map(([first]) => first))
  };
}
function otherEndOf({ peer, family }) {
  if (family === "unknown") return void 0;
  if (peer.kind === "any") return { peers: anyAddress(family) };
  if (peer.kind === "group") return peer.group.kind === "group" ? { group: peer.group.key } : void 0;
  return peer.kind === "range" && peer.range.kind === "known" ? { peers: peer.range.peers } : void 0;
}
function realPackets({ protocols, ports }) {
  const [only2, ...others] = protocols;
  const isOne = only2 !== void 0 && others.length === 0 && only2.lo === only2.hi;
  const least = isOne ? firstPort(only2.lo) : 0;
  const real = ports.flatMap(({ lo, hi }) => hi < least ? [] : [{ lo: Math.max(lo, least), hi }]);
  return { protocols, ports: real };
}
function sorted(alike2) {
  const found = [];
  for (const shape of alike2) {
    const { peer, traffic } = shape.rule.side;
    const group = found.find(
      ([{ rule }]) => isSamePeer(rule.side.peer, peer) && isSameTraffic(rule.side.traffic, traffic)
    );
    if (group === void 0) found.push([shape]);
    else group.push(shape);
  }
  return found;
}
function idleAmong(shapes) {
  const runs = shapes.flatMap(
    (shape) => shape.ports.flatMap((ports) => shelvesOf(shape).map((place2) => ({ place: place2, run: { ...ports, shape } })))
  );
  const byPlace = groupBy(runs, ({ place: place2 }) => place2);
  const shelves = new Map(
    [...byPlace].map(([place2, all]) => [place2, shelfOf(all.map(({ run: run2 }) => run2))])
  );
  return shapes.filter(({ rule }) => rule.own === void 0).flatMap((shape) => {
    for (const place2 of shelvesAround(shape)) {
      const found = holderIn(shelves.get(place2), shape);
      if (found !== void 0) return [{ rule: shape.rule, within: found.rule }];
    }
    return [];
  });
}
function shelfOf(runs) {
  const inOrder = [...runs].sort(
    (a, b) => a.lo - b.lo || b.hi - a.hi || shelvesOf(b.shape).length - shelvesOf(a.shape).length || b.shape.ports.length - a.shape.ports.length
  );
  const placeOf2 = /* @__PURE__ */ new Map();
  const farthest = [];
  inOrder.forEach((run2, index) => {
    const last = farthest.at(-1);
    farthest.push(last === void 0 || run2.hi > last.hi ? run2 : last);
    if (!placeOf2.has(run2.shape)) placeOf2.set(run2.shape, index);
  });
  return { runs: inOrder, farthest, placeOf: placeOf2 };
}
function holderIn(shelf, shape) {
  const [first] = shape.ports;
  if (shelf === void 0 || first === void 0) return void 0;
  const end = shelf.placeOf.get(shape) ?? countUpTo(first.lo, shelf.runs);
  const found = shelf.farthest[end - 1]?.shape;
  return found !== void 0 && isHeldBy(shape, found) ? found : void 0;
}
function countUpTo(port, runs) {
  let [from, to] = [0, runs.length];
  while (from < to) {
    const middle = from + to >> 1;
    if ((runs[middle]?.lo ?? Infinity) <= port) from = middle + 1;
    else to = middle;
  }
  return from;
}
function isHeldBy(b, a) {
  const within2 = (inner, outer) => subtractSets(NUMBERS, inner, outer).length === 0;
  return within2(b.protocols, a.protocols) && within2(b.ports, a.ports) && isPeerWithin(b.to, a.to, b);
}
function isPeerWithin(inner, outer, { rule }) {
  if ("group" in inner) {
    return "group" in outer ? inner.group === outer.group : peersWithin(allOf(rule.side), outer.peers);
  }
  return "peers" in outer && peersWithin(inner.peers, outer.peers);
}
function allOf({ family }) {
  return family === "unknown" ? NO_PEERS : anyAddress(family);
}
var cidrs = memoOfObject(cidrsOf);
var around = memoOfObject(cidrsAround);
function shelvesOf({ way, protocols, to }) {
  const peers = "group" in to ? [`group ${to.group}`] : cidrs(to.peers);
  return peers.map((peer) => shelfName(way, protocols, peer));
}
function shelvesAround({ way, protocols, to, rule }) {
  const peers = "group" in to ? [`group ${to.group}`, ...cidrs(allOf(rule.side))] : around(to.peers);
  return [protocols, [ALL_PROTOCOLS]].flatMap((some) => peers.map((peer) => shelfName(way, some, peer)));
}
function shelfName(way, protocols, peer) {
  return `${way} ${protocols.map(({ lo, hi }) => `${lo}-${hi}`).join()} ${peer}`;
}

// src/weigh/standing-rules.ts
function rulesInCloud(view, world) {
  const { key, cluster, defaults } = view;
  const agreement = agreementOf(world, cluster);
  const held = world.rulesOf(key).flatMap(({ address, before }) => before === void 0 ? [] : [{ address, side: before }]);
  const others = (world.unmanaged.get(key)?.rules ?? []).map(({ id, side }) => ({
    address: `rule ${id}`,
    side
  }));
  return [...held, ...others].filter(({ side }) => membership(side, key) === "sure" && isAccepted(side)).map((rule) => ({ ...rule, own: defaults.find((own) => isDefaultRule(rule.side, own, agreement)) }));
}

// src/check/standing-findings.ts
function alikeFindings(check2, subjects) {
  return idleIn(subjects).flatMap(
    ({ of, rules }) => rules.same.map((same2) => {
      const addresses = same2.map(({ address }) => address);
      return finding(check2, subjects, {
        ...of,
        causes: same2.map(untouched),
        reason: { kind: "rules-alike", rules: addresses },
        remedy: "keep-one"
      });
    })
  );
}
function idleFindings(check2, subjects) {
  return idleIn(subjects).flatMap(
    ({ of, rules }) => rules.idle.map(
      ({ rule, within: within2 }) => finding(check2, subjects, {
        ...of,
        causes: [untouched(rule), untouched(within2)],
        reason: { kind: "rule-idle", rule: rule.address, within: within2.address },
        remedy: "remove-idle"
      })
    )
  );
}
function untouched({ address }) {
  return { address, actions: [] };
}
var idleIn = memoOfObject(({ subjects, world }) => {
  if (world.occasion === "plan") return [];
  const holders = subjects.flatMap((subject) => subject.groups.map((view) => ({ view, subject })));
  return [...groupBy(holders, ({ view }) => view)].map(([view, held]) => {
    const [{ subject: first }] = held;
    const denies = held.flatMap(({ subject }) => subject.after.rules.flatMap(deniesOf));
    return {
      of: { cluster: first.cluster, group: view.key, role: first.role },
      rules: idleRules(
        rulesInCloud(view, world),
        ({ direction }) => denies.some((deny) => deny.direction === direction || deny.direction === "unknown")
      )
    };
  });
});
function deniesOf({ sides }) {
  return sides.filter(({ action: action2 }) => action2 !== "allow");
}
function refusedUpgrades(check2, subjects) {
  if (subjects.world.occasion === "plan") return [];
  return subjects.subjects.filter(({ unknownGroups: unknownGroups2 }) => unknownGroups2.length === 0).flatMap(
    (subject) => essentialRows(subject).filter(({ row: row2 }) => row2.isLookedForBeforeUpgrade === true).filter((asked) => isLetThroughByOthers(asked, subject, subjects)).map(
      ({ row: row2 }) => finding(check2, subjects, {
        ...about(subject),
        // The cluster runs all the same.
        severity: "warning",
        row: row2,
        reason: { kind: "upgrade-refused" },
        remedy: "add-own-rule"
      })
    )
  );
}
function isLetThroughByOthers({ row: row2, ask }, subject, { world }) {
  const outcome = outcomeOf(ask, subject, world);
  if (!isEmpty(outcome.preExisting) || !isEmpty(outcome.undecided)) return false;
  const agreement = agreementOf(world, subject.cluster);
  const isPeer = (peer) => outcome.question.groups.some(
    (key) => agree(peer, { kind: "group", group: groupRef(key), isSensitive: false }, agreement)
  );
  const isIt = (side) => side.action === "allow" && side.direction === row2.direction && isSameTraffic(side.traffic, rowTraffic(row2)) && isPeer(side.peer);
  return !subject.after.rules.some(({ sides }) => sides.some(isIt));
}

// src/check/duplicate-rule.ts
var duplicateRule = {
  id: "duplicate-rule",
  title: "A new rule repeats one that exists",
  why: "The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way. When the key of a rule changes and no `moved` block says so, the new one is refused and the old one is destroyed all the same.",
  remedy: "Remove the rule from the configuration, or import the one that exists.",
  severities: { introduced: "warning" },
  example: "A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.",
  tables: [],
  about: "rules",
  breaks: true,
  leavesUnjudged: false,
  run: (subjects) => {
    const found = subjects.world.plan.rules.flatMap((rule) => repeatOf(rule, subjects));
    const kind = ({ rule, same: same2 }) => subjects.world.renamed.has(rule.address) ? "renamed" : isShift(same2) ? "shifting" : "plain";
    const { renamed: renamed2 = [], shifting = [], plain: plain2 = [] } = Object.fromEntries(groupBy(found, kind));
    return [
      ...renamedFindings(renamed2, subjects),
      ...plain2.map((repeat) => repeatFinding(repeat, subjects)),
      ...shiftFindings(shifting, subjects),
      ...alikeFindings(duplicateRule, subjects)
    ];
  }
};
function isRepeat(rule, subjects) {
  return repeatOf(rule, subjects).length > 0;
}
function repeatOf(rule, subjects) {
  const { after } = rule;
  if (after === void 0 || !rule.actions.includes("create") || !isAccepted(after)) return [];
  if (after.group.kind !== "group") return [];
  const { key } = after.group;
  const same2 = subjects.world.twinOf(rule);
  const twin = same2 === void 0 ? defaultTwin(after, key, subjects) ?? seenTwin(after, key, subjects.world) : twinOfPlan(same2, after);
  return twin === void 0 ? [] : [{ rule, side: after, key, same: same2, twin }];
}
function twinOfPlan({ rule, side: other, fate }, side) {
  if (fate === "itself") return { kind: "itself" };
  const { address } = rule;
  return isSecret(side) === isSecret(other) ? { kind: "rule", address } : { kind: "sensitive-rule" };
}
function defaultTwin(side, key, { viewOf, world }) {
  const found = viewOf(key).defaults.find(
    (own) => own.belief.kind !== "plan" && own.stands !== "no" && isDefaultTwin(side, own, key, world)
  );
  if (found === void 0) return void 0;
  const isKnown = ["seen", "recorded"].includes(found.belief.kind) && found.stands === "surely";
  const isSure = found.before === void 0 || isKnown;
  if (isSecret(side)) return { kind: "sensitive-default-rule", isSure };
  return found.requirement === void 0 ? { kind: "rule-of-new-groups", isSure } : { kind: "default-rule", row: found.requirement, isSure };
}
function seenTwin(side, key, { unmanaged: unmanaged2, configuration: configuration2 }) {
  const rules = unmanaged2.get(key)?.rules ?? [];
  return rules.some((seen) => isSameRule(side, seen.side, key, configuration2)) ? { kind: "seen-rule" } : void 0;
}
function isDefaultTwin(side, own, key, world) {
  const twin = own.before ?? own.after;
  return twin !== void 0 && own.requirement?.peer !== "master-node-cidr" && isSameRule(side, twin, key, world.configuration);
}
function repeatFinding({ rule, key, twin }, subjects) {
  return finding(duplicateRule, subjects, {
    cluster: subjects.viewOf(key).cluster,
    group: key,
    causes: [rule],
    reason: { kind: "repeats", rule: rule.address, twin }
  });
}
function shiftFindings(shifting, subjects) {
  const alike2 = groupBy(shifting, ({ key, rule }) => JSON.stringify([key, blockWithoutKeys(rule.address)]));
  return [...alike2.values()].map((same2) => {
    const [{ key }] = same2;
    const owner = subjectWith(subjects, key);
    return finding(duplicateRule, subjects, {
      cluster: subjects.viewOf(key).cluster ?? owner?.cluster,
      group: key,
      causes: same2.map(({ rule }) => rule),
      reason: { kind: "rules-shift", rules: same2.length },
      remedy: "stable-keys"
    });
  });
}
function blockWithoutKeys(address) {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(" ");
}
function lostRows(subject, { world }) {
  if (subject.isLosingGroup) return [];
  return allRows(subject).flatMap((asked) => {
    const outcome = outcomeOf(asked.ask, subject, world);
    return isEmpty(outcome.refused) ? [] : [{ subject, asked, outcome, region: outcome.refused }];
  });
}
function renamedFindings(renamed2, subjects) {
  if (renamed2.length === 0) return [];
  const lost = subjects.subjects.flatMap((subject) => lostRows(subject, subjects));
  const byGroup = groupBy(
    lost.flatMap((one) => one.subject.groups.map(({ key }) => ({ key, one }))),
    ({ key }) => key
  );
  return renamed2.flatMap((repeat) => {
    const rows = (byGroup.get(repeat.key) ?? []).map(({ one }) => one);
    return renamedFinding(repeat, rows, subjects);
  });
}
function renamedFinding({ rule, side, key, same: same2, twin }, lost, subjects) {
  if (same2 === void 0) return [];
  const own = lost.map((one) => {
    const lack = { subject: one.subject, question: one.outcome.question, region: one.region };
    return { ...one, region: intersect(one.region, matched(side, lack, subjects.world)) };
  });
  const grave = own.filter(({ region: region3 }) => !isUnused(region3));
  const region2 = unionOf(grave.map((one) => one.region));
  const [first] = grave;
  return [
    finding(duplicateRule, subjects, {
      ...first === void 0 ? { cluster: subjects.viewOf(key).cluster, group: key } : {
        ...about(first.subject),
        severity: "critical",
        packets: {
          region: region2,
          naming: {
            whole: void 0,
            ranges: namedRanges(first.asked.row, first.subject),
            isSensitive: isSecret(side),
            isTrafficSensitive: isSecret(side)
          },
          fate: "lost"
        }
      },
      causes: [rule, same2.rule],
      remedy: "prove",
      reason: {
        kind: "key-renamed",
        to: rule.address,
        from: twin.kind === "rule" ? twin.address : void 0,
        canMove: rule.api === same2.rule.api,
        isDeposed: same2.rule.isDeposed,
        isDeny: side.action === "deny",
        lost: firstOfEach(
          grave.map((one) => ({ row: one.asked.row, ...impactFacts(one, one.region) })),
          ({ row: row2 }) => row2.id
        )
      }
    })
  ];
}

// src/check/egress-minimum.ts
var egressMinimum = {
  id: "egress-minimum",
  title: "Nodes lose egress they cannot do without",
  why: "Worker nodes need DNS, the masters, time and a few internal services even when their egress is hardened; Table 8 of the page is the least.",
  remedy: "Keep the rule that lets this out, or add an egress rule for each range and port shown.",
  severities: ROW_SEVERITIES,
  example: "The allow-all egress rule of the worker group is removed, and the rules that follow it leave out UDP 53.",
  tables: [8],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: minimumRows,
  run: () => []
};

// src/model/crosswise.ts
var ROWS = {
  overlay_l2: { row: "T3.6", ports: ["T3.2", "T3.3", "T3.4"] },
  eni: { row: "T5.5", ports: ["T5.1", "T5.2", "T5.3"] }
};
function crosswiseNeed(model) {
  const rows = ROWS[model];
  if (rows === void 0) return void 0;
  const rowOf2 = (id) => must(requirement(id), "the row is one of the tables");
  return { row: rowOf2(rows.row), ports: rows.ports.map(rowOf2) };
}

// src/check/crosswise.ts
function crosswiseFindings(check2, subjects) {
  const isPool = new Set(subjects.world.plan.nodePools.map(({ address }) => address));
  const pools = subjects.subjects.flatMap((subject) => {
    const { pool, groups, unknownGroups: unknownGroups2, isLosingGroup } = subject;
    if (pool === void 0 || !isPool.has(pool) || isLosingGroup || unknownGroups2.length > 0) return [];
    const keys = groups.map(({ key }) => key);
    return [{ subject, address: pool, keys, set: JSON.stringify([...keys].sort()) }];
  });
  return [...groupBy(pools, ({ subject }) => subject.cluster).values()].flatMap((all) => {
    const need = crosswiseNeed(all[0].subject.model);
    return need === void 0 || all.length < 2 ? [] : all.flatMap((pool) => poolFindings(pool, { check: check2, subjects, need, all, byKey: poolsByKey(all) }));
  });
}
function poolsByKey(pools) {
  const entries = pools.flatMap((pool) => pool.keys.map((key) => ({ key, pool })));
  return new Map(
    [...groupBy(entries, ({ key }) => key)].map(([key, same2]) => [key, same2.map(({ pool }) => pool)])
  );
}
var CHANGES = ["introduced", "pre-existing", "undecided"];
function poolFindings(pool, pools) {
  const { check: check2, subjects, need } = pools;
  const { subject } = pool;
  const named2 = admittedBy(pool, pools);
  const found = keptOutBy(pool, named2, pools);
  if (found === void 0) return [];
  const { kept, part, told: told2 } = found;
  const lost = named2.filter(({ outcomes }) => lacks(outcomes, "introduced"));
  const lostPools = new Set(poolsBehind(lost, pools));
  const isNew = kept.some((other) => other.subject.before === void 0 || lostPools.has(other));
  return [
    finding(check2, subjects, {
      ...about(subject),
      ...packetsAndCauses([...lost.map(({ outcomes }) => outcomes), told2], part, { subject, subjects }),
      change: part === "pre-existing" && isNew ? "introduced" : part,
      severity: "warning",
      row: need.row,
      reason: {
        kind: "not-crosswise",
        pools: kept.map(({ address }) => address).sort(),
        doubts: part === "undecided" ? doubtsAbout(told2, subject, subjects) : []
      },
      remedy: part === "undecided" ? "tell-value" : "admit-pools"
    })
  ];
}
function keptOutBy(pool, named2, pools) {
  const nobody = outcomesFor([], pool, pools);
  const part = CHANGES.find((one) => lacks(nobody, one));
  if (part === void 0) return void 0;
  spend(pools.all.length);
  const isIn = ({ outcomes }) => !CHANGES.some((one) => lacks(outcomes, one));
  const admitted = new Set(poolsBehind(named2.filter(isIn), pools));
  const out = pools.all.filter((other) => !admitted.has(other) && other.set !== pool.set);
  if (out.length === 0) return void 0;
  const maybe = named2.filter(({ outcomes }) => !lacksSurely(outcomes));
  const mayBeIn = new Set(poolsBehind(maybe, pools));
  const keys = new Set(named2.map(({ key }) => key));
  const isNamed2 = (other) => other.keys.some((key) => keys.has(key));
  const unnamed = perhapsAdmitted(
    out.find((other) => !isNamed2(other)),
    pool,
    pools
  );
  const surely = out.filter((other) => !mayBeIn.has(other) && (unnamed === void 0 || isNamed2(other)));
  if (surely.length > 0) return { kept: surely, part, told: nobody };
  const unsure = unnamed ?? maybe.find(({ outcomes }) => lacks(outcomes, "undecided"))?.outcomes;
  return { kept: out, part: "undecided", told: unsure ?? nobody };
}
function poolsBehind(some, { byKey }) {
  return some.flatMap(({ key }) => byKey.get(key) ?? []);
}
function lacks(outcomes, part) {
  return outcomes.some((outcome) => !isEmpty(lackOf(outcome, part)));
}
function lacksSurely(outcomes) {
  return lacks(outcomes, "introduced") || lacks(outcomes, "pre-existing");
}
function perhapsAdmitted(other, pool, pools) {
  const { before, after } = pool.subject;
  const mayName = (peer) => peer.kind === "one-of" ? peer.peers.some(mayName) : peer.kind === "group" && !(peer.group.kind === "group" && pools.byKey.has(peer.group.key));
  const rules = [...before?.rules ?? [], ...after.rules];
  if (other === void 0 || !rules.some(({ sides }) => sides.some(({ peer }) => mayName(peer))))
    return void 0;
  const outcomes = outcomesFor(other.keys, pool, pools);
  return lacksSurely(outcomes) ? void 0 : outcomes;
}
function lackOf(outcome, part) {
  if (part === "introduced") return outcome.introduced;
  return part === "pre-existing" ? outcome.preExisting : outcome.undecided;
}
function doubtsAbout(outcomes, subject, { world }) {
  return firstOfEach(
    outcomes.flatMap(({ question, undecided: region2 }) => doubtsOf({ subject, question, region: region2 }, world)),
    (doubt) => JSON.stringify(doubt)
  );
}
function packetsAndCauses(all, part, { subject, subjects }) {
  const outcomes = must(all.at(-1), "nobody is asked last");
  const brought = (some, change) => some.flatMap((outcome) => {
    const region2 = lackOf(outcome, change);
    return isEmpty(region2) ? [] : causesOf({ subject, question: outcome.question, region: region2, change }, subjects.world);
  });
  const causes = [
    ...brought(all.flat(), "introduced"),
    ...part === "undecided" ? brought(outcomes, part) : []
  ];
  return {
    causes,
    packets: {
      region: unionOf(outcomes.map((outcome) => lackOf(outcome, part))),
      naming: {
        whole: { peers: outcomes[0].question.need, other: { kind: "group", role: "node" } },
        ranges: [],
        isSensitive: outcomes.some(({ isSensitive }) => isSensitive),
        isTrafficSensitive: false
      },
      fate: part === "undecided" ? "may-be-missing" : "missing"
    }
  };
}
function outcomesFor(groups, { subject }, { subjects, need }) {
  const ask = (ports) => {
    return (state) => ({
      ...askRow(need.row, subject, state),
      traffic: askRow(ports, subject, state).traffic,
      groups
    });
  };
  const [first, ...others] = need.ports.map((ports) => outcomeOf(ask(ports), subject, subjects.world));
  return [must(first, "there are ports"), ...others];
}
function admittedBy(pool, pools) {
  const { before, after } = pool.subject;
  const peers = [...before?.rules ?? [], ...after.rules].flatMap(
    ({ sides: [{ direction, peer }] }) => direction === "ingress" && peer.kind === "group" && peer.group.kind === "group" ? [peer.group.key] : []
  );
  return distinct(peers).filter((key) => pools.byKey.has(key)).map((key) => ({ key, outcomes: outcomesFor([key], pool, pools) }));
}

// src/check/essential-rule.ts
var essentialRule = {
  id: "essential-rule",
  title: "The cluster loses a rule it cannot do without",
  why: "The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.",
  remedy: "Keep the rule, or add rules that let the same packets through.",
  severities: ROW_SEVERITIES,
  example: "The imported rule for all TCP from the VPC is removed from the configuration of the worker group.",
  tables: [1, 2, 3, 4, 5, 6, 7],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: essentialRows,
  run: (subjects) => [
    ...subjects.subjects.flatMap((subject) => doubtFindings(subject, subjects)),
    ...crosswiseFindings(essentialRule, subjects),
    ...refusedUpgrades(essentialRule, subjects)
  ]
};
function doubtFindings(subject, subjects) {
  const { world } = subjects;
  if (subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  if (!subject.after.rules.some(isStandingDeny)) return [];
  const doubtful = allRows(subject).flatMap(({ row: row2, ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    const region2 = standingDoubt(outcome, subject, world);
    if (isEmpty(region2)) return [];
    const untouched2 = untouchedPart({ subject, subjects, outcome }, region2);
    const doubts = doubtsOf({ subject, question: outcome.question, region: region2 }, world);
    return [{ row: row2, doubts, isUntouched: isSubset(region2, untouched2) }];
  });
  return [...groupBy(doubtful, ({ isUntouched }) => isUntouched)].map(([isUntouched, some]) => ({
    ...doubtFinding(some, subject, subjects),
    isUntouched
  }));
}
function doubtFinding(some, subject, subjects) {
  const doubts = firstOfEach(
    some.flatMap((one) => one.doubts),
    (doubt) => JSON.stringify(doubt)
  );
  return finding(essentialRule, subjects, {
    ...about(subject),
    change: "undecided",
    causes: doubts.flatMap(
      (doubt) => "address" in doubt ? [{ address: doubt.address, actions: ["no-op"] }] : []
    ),
    reason: { kind: "deny-of-unknown-rank", rows: some.map(({ row: row2 }) => row2), doubts },
    remedy: "tell-value"
  });
}

// src/model/exposure.ts
var OWN_NETWORKS_V4 = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "198.18.0.0/15"
];
var NOT_INTERNET_V4 = [
  ...OWN_NETWORKS_V4,
  "0.0.0.0/8",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3"
];
var INTERNET_V6 = "2000::/3";
var SENSITIVE_PORTS = [
  { ports: { from: 22, to: 22 }, service: "SSH" },
  { ports: { from: 2379, to: 2380 }, service: "etcd" },
  { ports: { from: 3389, to: 3389 }, service: "remote desktop" },
  { ports: { from: 4194, to: 4194 }, service: "cAdvisor" },
  {
    ports: { from: 5443, to: 5443 },
    service: "the API server",
    role: "control",
    isMeantAtFirst: true
  },
  { ports: { from: 5444, to: 5444 }, service: "kube-apiserver" },
  { ports: { from: 6443, to: 6443 }, service: "the Kubernetes API" },
  { ports: { from: 8445, to: 8445 }, service: "the storage add-on" },
  { ports: { from: 9443, to: 9443 }, service: "the network add-on" },
  { ports: { from: 10250, to: 10250 }, service: "kubelet" },
  { ports: { from: 10255, to: 10255 }, service: "read-only kubelet" }
];

// src/weigh/openings.ts
var FAMILIES = ["IPv4", "IPv6"];
var DIMS = ALL_V4;
var ALL_OPEN = allTraffic("ingress", DIMS);
var TCP_OPEN = dims({ protocol: "tcp", ports: "all" });
function dims(row2) {
  const { protocols, ports } = rowTraffic(row2);
  return region("ingress", protocols, ports, DIMS);
}
var publicAddresses = memo(
  (family) => family === "IPv4" ? subtractPeers(ALL_V4, unionOfPeers(NOT_INTERNET_V4.map(addressesIn))) : addressesIn(INTERNET_V6)
);
var fromInternet = memo((family) => allTraffic("ingress", publicAddresses(family)));
function openTo(rules, family, world) {
  if (!rules.some(({ sides }) => sides.some((side) => mayBeFor(side, family)))) return NOTHING;
  const need = fromInternet(family);
  const bounds = letThrough(rules, need, plainReading(family), world.configuration.defaultRulePriority);
  const open = (through) => subtract(
    ALL_OPEN,
    mapPeers(subtract(need, through), () => DIMS)
  );
  return { surely: open(bounds.surely), possibly: open(bounds.possibly) };
}
function mayBeFor({ family }, asked) {
  return family === asked || family === "unknown";
}
function openingsIn(open, family, owner) {
  const base = { family, isMeantAtFirst: false };
  if (isSubset(ALL_OPEN, open)) return [{ ...base, opening: { kind: "all" }, region: ALL_OPEN }];
  if (isSubset(TCP_OPEN, open)) return [{ ...base, opening: { kind: "tcp" }, region: TCP_OPEN }];
  const rows = (tableOf(owner.role, owner.model)?.rows ?? []).filter(
    ({ direction, peer }) => direction === "ingress" && peer === "any"
  );
  if (isEmpty(open)) return [];
  return SENSITIVE_PORTS.flatMap(({ ports, service, role, isMeantAtFirst }) => {
    const traffic = dims({ protocol: "tcp", ports });
    if ((role ?? owner.role) !== owner.role || !isSubset(traffic, open)) return [];
    const isMeant2 = rows.some((row2) => row2.suggestion !== "recommended" && isSubset(traffic, dims(row2)));
    if (isMeant2) return [];
    return [
      {
        family,
        isMeantAtFirst: isMeantAtFirst === true,
        opening: { kind: "port", ports, service },
        region: traffic
      }
    ];
  });
}
function opens(side, traffic) {
  return !isEmpty(openedPart(side, traffic));
}
function openedPart(side, { region: open, family }) {
  if (!mayBeFor(side, family) || side.direction === "egress") return EMPTY;
  const { traffic } = side;
  if (traffic.isAtMost !== true && isEmpty(restrict(open, "ingress", traffic, DIMS))) return EMPTY;
  const need = mapPeers(open, () => publicAddresses(family));
  return mayLetThrough(side, need, plainReading(family));
}
function opensAll(side, traffic) {
  return isSubset(
    mapPeers(traffic.region, () => publicAddresses(traffic.family)),
    openedPart(side, traffic)
  );
}
function isSecretlyOpen(rules, traffic) {
  return rules.some(
    ({ sides }) => sides.some((side) => side.isTrafficSensitive === true && opens(side, traffic))
  );
}
var OPEN_BY = ["plan", "seen", "recorded", "assumed", "doubted"];
function openBefore(view, owner, world) {
  const { before, after } = view.rules;
  const unmanaged2 = before.filter(({ address }) => address === void 0);
  const beliefs = ["plan", ...unmanaged2.map((rule) => beliefIn(rule, view))];
  const ways = OPEN_BY.filter((one) => beliefs.includes(one));
  return FAMILIES.flatMap((family) => {
    const openBy = memo((belief) => {
      const known = (rules) => openTo(rulesKnownBy(belief, rules, view), family, world).surely;
      return intersect(known(before), known(after));
    });
    const all = openBy(must(ways.at(-1), "the plan may show it"));
    return openingsIn(all, family, owner).map((traffic) => {
      const belief = ways.find((one) => isSubset(traffic.region, openBy(one)));
      return {
        opening: isSecretlyOpen(after, traffic) ? { kind: "sensitive" } : traffic.opening,
        family,
        belief: must(belief, "it is open by all that may stand")
      };
    });
  });
}
function rulesKnownBy(belief, rules, view) {
  const known = OPEN_BY.slice(0, OPEN_BY.indexOf(belief) + 1);
  const counted2 = rules.flatMap((rule) => {
    if (rule.address !== void 0 || rule.sides[0].action !== "allow") return [rule];
    const own = beliefIn(rule, view);
    if (!known.includes(own)) return [];
    return [own === "doubted" ? { ...rule, isSure: true } : rule];
  });
  return counted2.length === rules.length && counted2.every((rule, i) => rule === rules[i]) ? rules : counted2;
}

// src/check/exposed-port.ts
var exposedPort = {
  id: "exposed-port",
  title: "A port is open to the internet",
  why: "Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.",
  remedy: "Let in only the address ranges that need it, and only on the ports that they need.",
  severities: { introduced: "warning" },
  example: "A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.",
  tables: [],
  about: "packets",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.occasion === "audit" ? firstOfEach(
    subjects.subjects.flatMap((subject) => openNow(subject, subjects)),
    // Pools may share the group that is open.
    ({ cluster, reason, causes }) => JSON.stringify([cluster?.name, reason, causes])
  ) : [
    ...subjects.subjects.flatMap((subject) => openedByPlan(subject, subjects)),
    ...firstOfEach(
      subjects.subjects.flatMap((subject) => openedByCce(subject, subjects)),
      ({ cluster, reason }) => JSON.stringify([cluster?.name, reason])
    )
  ]
};
function openNow(subject, subjects) {
  const { world } = subjects;
  const standing2 = subject.groups.flatMap((view) => rulesInCloud(view, world));
  const found = FAMILIES.flatMap(
    (family) => openingsIn(openTo(subject.after.rules, family, world).surely, family, subject).map((traffic) => {
      const some = standing2.filter(({ side }) => side.action === "allow" && opens(side, traffic));
      const whole2 = some.filter(({ side }) => opensAll(side, traffic));
      const by = whole2.length > 0 ? whole2 : some;
      const isByCce = by.length > 0 && by.every(({ own }) => own?.requirement !== void 0);
      return openedFinding(traffic, subject, subjects, {
        severity: severityOf(traffic, isByCce),
        causes: by.map(({ address }) => ({ address, actions: [] })),
        isNew: false,
        byCce: isByCce ? "seen" : void 0
      });
    })
  );
  return firstOfEach(found, sameWhenHidden);
}
function severityOf({ opening: opening2, isMeantAtFirst }, isByCce) {
  if (opening2.kind !== "port") return "critical";
  return isMeantAtFirst && isByCce ? "notice" : "warning";
}
function openedByPlan(subject, subjects) {
  const { before, after } = subject;
  const { world } = subjects;
  if (before?.rules === after.rules) return [];
  const found = FAMILIES.flatMap((family) => {
    const openings = openingsIn(openTo(after.rules, family, world).surely, family, subject);
    if (openings.length === 0) return [];
    const was = before === void 0 ? void 0 : openTo(before.rules, family, world);
    const own = before === void 0 ? openBySelf(subject, world, family) : void 0;
    return openings.filter(({ region: region2 }) => was === void 0 || !isSubset(region2, was.surely)).filter(({ region: region2, isMeantAtFirst }) => own === void 0 || !(isMeantAtFirst || isSubset(region2, own))).map((traffic) => {
      const isNew = was !== void 0 && !isSubset(traffic.region, was.possibly);
      return openedFinding(traffic, subject, subjects, {
        severity: severityOf(traffic, false),
        causes: openedBy(traffic, subject, world),
        isNew
      });
    });
  });
  return firstOfEach(found, sameWhenHidden);
}
function openedByCce(subject, subjects) {
  const holders = newHolders(subject, subjects.world);
  if (holders.length === 0) return [];
  return FAMILIES.flatMap((family) => {
    const own = openBySelf(subject, subjects.world, family);
    return openingsIn(openTo(subject.after.rules, family, subjects.world).surely, family, subject).filter(({ region: region2, isMeantAtFirst }) => !isMeantAtFirst && isSubset(region2, own)).map(
      (traffic) => openedFinding(traffic, subject, subjects, {
        severity: "notice",
        causes: holders,
        isNew: false,
        byCce: subject.before === void 0 ? "new" : "assumed"
      })
    );
  });
}
function openBySelf({ after }, world, family) {
  const own = after.rules.filter(({ address }) => address === void 0);
  return openTo(own, family, world).surely;
}
function newHolders(subject, world) {
  const { pool, cluster, role, before } = subject;
  const holder = poolAt(world, pool) ?? cluster.resource;
  if (before === void 0) return holder === void 0 ? [] : [holder];
  if (role !== "node" || pool !== void 0) return [];
  return nodesOf(world, cluster).after.nodePools.filter(
    ({ before: old, after }) => old === void 0 && after?.groups.length === 0
  );
}
function sameWhenHidden(found) {
  const { reason, causes } = found;
  const isHidden = reason.kind === "opened" && reason.opening.kind === "sensitive";
  return isHidden ? JSON.stringify([reason.family, causes]) : found;
}
function openedFinding(traffic, subject, subjects, how) {
  const { family, region: open } = traffic;
  const { rules } = subject.after;
  const isTrafficSensitive = isSecretlyOpen(rules, traffic);
  const isOpenBySecret = (side) => isPeerSensitive(side) && opens(side, traffic);
  const parts = {
    ...about(subject),
    severity: how.severity,
    packets: {
      region: mapPeers(open, () => publicAddresses(family)),
      naming: {
        whole: { peers: publicAddresses(family), other: { kind: "internet", family } },
        ranges: [],
        isSensitive: rules.some(({ sides }) => sides.some(isOpenBySecret)),
        isTrafficSensitive
      },
      fate: how.isNew ? "opened" : "open"
    },
    causes: how.causes,
    reason: {
      kind: "opened",
      opening: isTrafficSensitive ? { kind: "sensitive" } : traffic.opening,
      family,
      byCce: how.byCce
    },
    restsOn: beliefsOf([...subject.groupsBefore, ...subject.groups], (side) => opens(side, traffic))
  };
  return finding(
    exposedPort,
    subjects,
    how.byCce === "new" || how.byCce === "assumed" ? { ...parts, remedy: "narrow-later" } : parts
  );
}
function openedBy(traffic, subject, world) {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys.flatMap((key) => world.rulesOf(key)).filter(({ after }) => after !== void 0 && opens(after, traffic)).flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return rules;
  const holder = poolAt(world, subject.pool) ?? subject.cluster.resource;
  return holder === void 0 ? [] : [holder];
}

// src/check/group-lifecycle.ts
var groupLifecycle = {
  id: "group-lifecycle",
  title: "A security group in use goes away or changes its identity",
  why: "A group that a pool, a cluster or a rule still names cannot be deleted (409). Changing the groups of a pool or a cluster, or only their order, replaces it with all its nodes.",
  remedy: "Keep the group until nothing names it any more; make the new one beside it first.",
  severities: { introduced: "critical" },
  example: "The group in `security_group_ids` of a node pool is removed from the configuration.",
  tables: [],
  about: "groups",
  breaks: true,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
    ...replacedHolders(subjects),
    ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects))
  ]
};
function destroyed(group, subjects) {
  if (!group.isDestroyed || group.isData) return [];
  const found = usersByKey(subjects).get(group.key) ?? [];
  spend(found.length);
  const [first, ...others] = firstOfEach(
    found.map(({ user }) => user),
    ({ user }) => JSON.stringify(user)
  );
  if (first === void 0) return [];
  const isReplaced2 = group.actions.includes("create");
  return [
    finding(groupLifecycle, subjects, {
      cluster: first.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-goes",
        address: group.address,
        isReplaced: isReplaced2,
        user: first.user,
        others: others.length
      }
    })
  ];
}
var usersByKey = memoOfObject((subjects) => {
  const { world } = subjects;
  const { nodePools } = world.plan;
  const holders = [
    ...world.clusters.flatMap(clusterHolder),
    ...nodePools.flatMap((pool) => pool.after === void 0 ? [] : [poolHolder(pool, pool.after, world)]),
    ...machinesOf(world.plan).map(({ address, node: { after }, held }) => ({
      user: { kind: "resource", address },
      cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after"),
      keys: knownKeys(held)
    })),
    ...subjects.subjects.flatMap((subject) => rulesNaming(subject, world))
  ];
  const named2 = holders.flatMap(
    ({ keys, ...user }) => distinct(keys).flatMap((key) => key === void 0 ? [] : [{ key, user }])
  );
  return groupBy(named2, ({ key }) => key);
});
function staying({ isReplaced: isReplaced2, before, after }) {
  return [isReplaced2 ? void 0 : before, after].filter((side) => side !== void 0);
}
function poolHolder(pool, after, world) {
  return {
    user: { kind: "resource", address: pool.address },
    cluster: clusterOf(world, after.cluster, "after"),
    keys: knownKeys(staying(pool).flatMap(({ groups }) => groups))
  };
}
function clusterHolder(cluster) {
  const { resource, node, control, eni } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const own = resource === void 0 ? [] : staying(resource).flatMap(({ ownNodeGroup }) => ownNodeGroup ?? []);
  const made = resource?.isReplaced === true ? [] : [node.before, control.before, eni?.before];
  return [{ user: userOf(cluster), cluster, keys: [...knownKeys(own), ...made] }];
}
function userOf({ label, resource }) {
  return resource === void 0 ? { kind: "cluster", label } : { kind: "resource", address: resource.address };
}
function rulesNaming(subject, world) {
  return subject.groups.flatMap(
    ({ key: own }) => world.rulesOf(own).flatMap(({ address, before, actions }) => {
      const peer = before?.peer;
      const key = peer?.kind === "group" && peer.group.kind === "group" ? peer.group.key : own;
      if (key === own || actions.includes("delete")) return [];
      return [{ user: { kind: "resource", address }, cluster: subject.cluster, keys: [key] }];
    })
  );
}
function replacedHolders(subjects) {
  const { world } = subjects;
  const pools = world.plan.nodePools.filter((pool) => isForcedBy(pool, "security_group_ids") && !isForcedBy(pool, "cluster_id")).map(
    ({ address, actions, before, after }) => finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after"),
      causes: [{ address, actions }],
      ...before !== void 0 && after !== void 0 && isReordered(before.groups, after.groups) ? { reason: { kind: "pool-replaced", address, isReordered: true } } : { reason: { kind: "pool-replaced", address, isReordered: false }, remedy: "pool-beside" }
    })
  );
  const clusters = world.clusters.flatMap((cluster) => {
    const { resource } = cluster;
    if (resource === void 0 || !isForcedBy(resource, "security_group_id")) return [];
    const { address, actions } = resource;
    return [
      finding(groupLifecycle, subjects, {
        cluster,
        causes: [{ address, actions }],
        reason: { kind: "cluster-replaced", address }
      })
    ];
  });
  return [...clusters, ...pools];
}
function isForcedBy({ isReplaced: isReplaced2, replaceAttributes }, attribute) {
  return isReplaced2 && replaceAttributes.includes(attribute);
}
function isReordered(before, after) {
  const [old, next] = [knownKeys(before), knownKeys(after)];
  const isKnown = old.length === before.length && next.length === after.length;
  return isKnown && old.length > 1 && JSON.stringify([...old].sort()) === JSON.stringify([...next].sort());
}
function renamed(group, subjects) {
  const view = subjects.viewOf(group.key);
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== void 0 && nameAfter !== void 0 && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (view.kind !== "made" || group.isData || !isChanged) return [];
  return [
    finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: view.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-renamed",
        address: group.address,
        what: isRenamed ? "name" : "description"
      }
    })
  ];
}

// src/check/ineffective-rule.ts
var ineffectiveRule = {
  id: "ineffective-rule",
  title: "New rules change nothing",
  why: "An egress rule that allows everything stays, so narrower ones beside it harden nothing; and the rules of a group that nothing names do nothing for the cluster.",
  remedy: "Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.",
  severities: { introduced: "notice" },
  example: "Egress rules are added to a new group that keeps the two default egress rules.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return [
      ...distinct(keys).flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      ...unnamedGroups(subjects),
      ...idleFindings(ineffectiveRule, subjects)
    ];
  }
};
function unnamedGroups(subjects) {
  const { plan } = subjects.world;
  if (subjects.subjects.length === 0 || plan.header.namesUnknownGroups) return [];
  const { keys, names, isAnyPossible } = namedGroups(subjects);
  if (isAnyPossible) return [];
  return plan.groups.filter(({ isData, existsBefore, existsAfter }) => !isData && existsAfter && !existsBefore).filter(({ key, nameAfter }) => !keys.has(key) && !(nameAfter !== void 0 && names.has(nameAfter.text))).map(
    (group) => finding(ineffectiveRule, subjects, {
      group: group.key,
      causes: [group],
      reason: { kind: "group-not-named", address: group.address },
      remedy: "name-group"
    })
  );
}
function namedGroups({ subjects, world: { plan, clusters } }) {
  const attached = plan.attachments.flatMap(({ after }) => after?.groups ?? []);
  const refs = [
    ...plan.nodePools.flatMap(({ after }) => after?.groups ?? []),
    ...plan.clusters.flatMap(({ after }) => [after?.ownNodeGroup ?? []].flat()),
    ...attached.flatMap((group) => group.by === "id" ? [group.ref] : []),
    ...plan.rules.flatMap(({ after }) => {
      if (after?.peer.kind !== "group") return [];
      const { group } = after.peer;
      const isOwn = group.kind === "group" && after.group.kind === "group" && group.key === after.group.key;
      return isOwn ? [] : [group];
    })
  ];
  const placed = clusters.flatMap(
    ({ node, control, eni }) => [node, control, eni].flatMap((group) => [group?.after ?? [], group?.also ?? []].flat())
  );
  return {
    keys: /* @__PURE__ */ new Set([
      ...refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf),
      ...placed,
      ...subjects.flatMap(({ groups }) => groups.map(({ key }) => key))
    ]),
    names: new Set(attached.flatMap((group) => group.by === "name" ? [group.name] : [])),
    isAnyPossible: refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)
  };
}
function groupFindings(view, subjects) {
  const { world } = subjects;
  const written2 = world.rulesOf(view.key).filter(isChanging).filter(({ after }) => after !== void 0 && isAccepted(after) && isEgress(after, view.key));
  const made = new Set(written2.map(({ address }) => address));
  const allowing = view.rules.after.filter(
    ({ sides: [side], address }) => isEgress(side, view.key) && allowsEverybody(side) && (address === void 0 || !made.has(address))
  );
  const believed = beliefsOf([view], (side) => isEgress(side, view.key) && allowsEverybody(side)).filter(
    ({ stands }) => stands !== "no"
  );
  const isBelieved = ({ sides: [side] }) => believed.some(({ after }) => after === side);
  const stays = allowing.filter((rule) => rule.isSure || isBelieved(rule));
  const familiesOf = (rules) => new Set(rules.map(({ sides: [side] }) => side.family));
  const families = familiesOf(stays);
  const idle = written2.filter(({ after }) => families.has(after?.family));
  const told2 = idle.filter((rule) => !isRepeat(rule, subjects));
  const known = familiesOf(stays.filter((rule) => !isBelieved(rule)));
  const isSure = told2.every(({ after }) => known.has(after?.family));
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== "allow" && side.direction !== "ingress"
  );
  if (told2.length === 0 || isDenied) return [];
  const owner = subjectWith(subjects, view.key);
  return [
    finding(ineffectiveRule, subjects, {
      cluster: view.cluster ?? owner?.cluster,
      group: view.key,
      causes: told2,
      reason: { kind: "egress-rules-idle", rules: told2.length, isSure },
      restsOn: isSure ? [] : believed
    })
  ];
}
function isEgress(side, key) {
  return side.direction === "egress" && side.action === "allow" && membership(side, key) === "sure";
}

// src/check/not-covered.ts
var notCovered = {
  id: "not-covered",
  title: "The page has no table for this",
  why: "The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.",
  remedy: "Check these by hand.",
  severities: { introduced: "notice" },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    ...sisterClusters(subjects),
    ...packetFilters(subjects)
  ]
};
function sisterClusters(subjects) {
  return subjects.world.plan.bystanders.filter(({ kind }) => kind === "sister-cluster").map(
    (sister) => finding(notCovered, subjects, {
      causes: [sister],
      reason: { kind: "sister-cluster", address: sister.address }
    })
  );
}
function packetFilters(subjects) {
  const changing = subjects.world.plan.bystanders.filter(
    ({ kind, actions, isData }) => kind === "packet-filter" && !isData && doesSomething(actions)
  );
  if (changing.length === 0 || subjects.subjects.length === 0) return [];
  return [
    finding(notCovered, subjects, {
      causes: changing,
      reason: { kind: "packet-filters-change", filters: changing.length },
      remedy: "check-filters"
    })
  ];
}
function clusterFindings(cluster, subjects) {
  const { networkType, model, resource } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const hasNoTable = networkType !== void 0 && model === void 0;
  const lacking = [
    ...hasNoTable ? ["network-type"] : [],
    ...resource?.after?.hasIpv6 === true ? ["ipv6"] : []
  ];
  return lacking.map((of) => finding(notCovered, subjects, { cluster, reason: { kind: "no-table", of } }));
}

// src/check/required-access.ts
var requiredAccess = {
  id: "required-access",
  title: "Access is narrowed further than the cluster can bear",
  why: "NodePorts and the API port may be narrowed, as long as the VPC, the containers and the load balancers keep their way in.",
  remedy: "Let the VPC and container CIDRs through on these ports, and the load balancers and service mesh that the configuration names.",
  severities: ROW_SEVERITIES,
  example: "The rule for TCP 30000-32767 is narrowed to the VPC, and containers lose the NodePorts.",
  tables: [1, 2, 3, 4, 5, 6],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: floorRows,
  run: (subjects) => subjects.subjects.flatMap((subject) => loadBalancerNotices(subject, subjects))
};
function loadBalancerNotices(subject, subjects) {
  const { before, after } = subject;
  if (before === void 0 || subject.isLosingGroup || after.addresses.loadBalancer !== void 0) return [];
  return floorRows(subject).flatMap((asked) => {
    const { floor } = asked.row;
    if (floor?.kind !== "ranges" || !floor.keep.includes("load-balancer-cidrs")) return [];
    if (!lets(askRow(asked.row, subject, before), subject, before, subjects)) return [];
    const shared = { ...askRow(asked.row, subject, after), need: addressesIn(SHARED_LOAD_BALANCERS) };
    const { surely, possibly } = boundsOf(shared, subject, after, subjects.world);
    const lost = subtract(boundsOf(shared, subject, before, subjects.world).surely, surely);
    if (isEmpty(lost)) return [];
    const lack = { subject, question: shared, region: lost, change: "introduced" };
    return [notice(asked, lack, isEmpty(intersect(lost, possibly)), subjects)];
  });
}
function lets(question, subject, state, { world }) {
  return isSubset(needOf(question), boundsOf(question, subject, state, world).surely);
}
function notice({ row: row2 }, lack, isSure, subjects) {
  return finding(requiredAccess, subjects, {
    ...about(lack.subject),
    row: row2,
    change: "undecided",
    severity: "notice",
    causes: causesOf(lack, subjects.world),
    reason: { kind: "load-balancers-unknown", isSure },
    remedy: "name-load-balancers"
  });
}

// src/check/rule-input.ts
var ruleInput = {
  id: "rule-input",
  title: "A rule will be refused or changed",
  why: "The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.",
  remedy: "Write the rule as the API takes it.",
  severities: { introduced: "warning" },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap((rule) => problemFindings(rule, subjects))
};
function problemFindings(rule, subjects) {
  const { after, address } = rule;
  if (after === void 0 || !isChanging(rule)) return [];
  const group = after.group.kind === "group" ? after.group.key : void 0;
  const cluster = group === void 0 ? void 0 : subjects.viewOf(group).cluster;
  const problems = after.problems.filter(({ kind }) => kind === "refused" || isAccepted(after));
  return problems.map(
    (problem) => finding(ruleInput, subjects, {
      cluster,
      group,
      causes: [rule],
      reason: { kind: "rule-problem", rule: address, problem }
    })
  );
}

// src/check/unknown-group.ts
var unknownGroup = {
  id: "unknown-group",
  title: "A security group cannot be placed",
  why: "What a group is to a cluster, or which other rules it has, decides what a change of it breaks.",
  remedy: "Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.",
  severities: { introduced: "notice", undecided: "warning" },
  example: "A rule is added to a group by an id that nothing else in the plan has.",
  tables: [],
  about: "groups",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...unplacedRules(subjects),
    ...unmanagedGroups(subjects),
    ...withoutModel(subjects),
    ...poolsWithoutCluster(subjects)
  ]
};
function unplacedRules(subjects) {
  const strangers = subjects.world.plan.rules.filter(isChanging).flatMap((rule) => {
    const ref = rule.after?.group ?? rule.before?.group;
    const stranger = ref === void 0 ? void 0 : strangerOf(ref, subjects);
    return stranger === void 0 ? [] : [{ ...stranger, rule }];
  });
  return [...groupBy(strangers, ({ group }) => group).values()].map((same2) => {
    const isDefaultTraffic = same2.some(({ rule }) => takesDefaultTraffic(rule));
    return finding(unknownGroup, subjects, {
      severity: isDefaultTraffic ? "warning" : "notice",
      causes: same2.map(({ rule }) => rule),
      reason: {
        kind: "group-not-placed",
        rules: same2.length,
        group: same2[0].group,
        isContradicted: same2[0].isContradicted,
        isDefaultTraffic
      }
    });
  });
}
var DEFAULT_ROWS = firstOfEach(
  REQUIREMENTS.filter(({ table: table9 }) => table9 !== 8),
  ({ direction, protocol, ports, peer }) => JSON.stringify([direction, protocol, ports, peer])
);
function takesDefaultTraffic({ before, change }) {
  if (before === void 0 || change === "created" || before.action !== "allow") return false;
  return before.family !== "IPv6" && DEFAULT_ROWS.some(
    (row2) => row2.direction === before.direction && mayBePeer(row2, before.peer) && isSameTraffic(before.traffic, rowTraffic(row2))
  );
}
function mayBePeer({ peer: name }, peer) {
  if (isSamePeer(peer, { kind: "any" })) return name === "any";
  const isGroup = name === "node-group" || name === "control-group" || name === "eni-group";
  return peer.kind === "group" ? isGroup || name === "master-node-cidr" : name !== "any" && !isGroup;
}
function strangerOf(ref, subjects) {
  const { viewOf, world } = subjects;
  if (ref.kind === "unknown") {
    return ref.oneOf.length > 0 ? void 0 : { group: ref.why, isContradicted: false };
  }
  const { kind, resource } = viewOf(ref.key);
  if (kind !== "elsewhere" || resource !== void 0 || isNamed(ref.key, subjects)) return void 0;
  return {
    group: world.plan.sensitiveIds.has(ref.key) ? void 0 : ref.key,
    isContradicted: world.contradicted.has(ref.key)
  };
}
function isNamed(key, { subjects, world }) {
  return !world.isUnplaced(key) || keysOfSubjects(subjects).has(key);
}
var keysOfSubjects = memoOfObject(
  (subjects) => new Set(
    subjects.flatMap(({ groups, groupsBefore: groupsBefore2 }) => [...groups, ...groupsBefore2].map(({ key }) => key))
  )
);
function unmanagedGroups(subjects) {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return firstOfEach(
    found,
    (one) => one.group === void 0 ? one : JSON.stringify([one.group, one.cluster?.name])
  );
}
function unmanaged(subject, subjects) {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  const byGroup = groupBy(subject.unknownGroups, ({ key }) => key);
  return [...byGroup].map(
    ([key, same2]) => finding(unknownGroup, subjects, {
      change: "undecided",
      cluster: subject.cluster,
      group: key,
      pool: subject.pool,
      role: subject.role,
      reason: { kind: "rules-not-known", rows: rows.length, why: distinct(same2.map(({ why }) => why)) }
    })
  );
}
function withoutModel(subjects) {
  const { world } = subjects;
  return world.clusters.filter(({ networkType }) => networkType === void 0).flatMap((cluster) => {
    const keys = [cluster.node, cluster.control, cluster.eni].flatMap(
      (group) => group === void 0 ? [] : [group.before, group.after]
    );
    const rules = distinct(keys).flatMap((key) => key === void 0 ? [] : changesIn(key, world));
    const isAsked = world.occasion === "audit" ? isToldOf(cluster) : rules.length > 0;
    if (!isAsked) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        cluster,
        causes: rules,
        reason: { kind: "model-not-known" },
        remedy: "tell-model"
      })
    ];
  });
}
function poolsWithoutCluster(subjects) {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool) => {
    const { after, address, actions } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== void 0) return [];
    const rules = knownKeys(after.groups).flatMap((key) => changesIn(key, world));
    const isAsked = world.occasion === "audit" || doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isAsked) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        pool: address,
        causes: rules.length > 0 ? rules : [pool],
        reason: { kind: "cluster-not-shown" },
        remedy: "show-cluster"
      })
    ];
  });
}
function changesIn(key, world) {
  const isOf2 = (side) => membership(side, key) === "sure";
  return world.rulesOf(key).filter((rule) => isChanging(rule) && (isOf2(rule.before) || isOf2(rule.after)));
}

// src/weigh/unchanged.ts
function unchangedBy({ viewOf, world }, rules) {
  const sides = rules.flatMap(({ before, after }) => [before, after].filter((side) => side !== void 0));
  if (sides.some((side) => membership(side, "") !== "no")) return void 0;
  if (sides.some(({ action: action2 }) => action2 !== "allow")) return void 0;
  const keys = new Set(sides.flatMap(({ group }) => group.kind === "group" ? [group.key] : []));
  const isSameIn = (key) => {
    const { old, next } = literalSides(viewOf(key), () => true, world);
    return isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
  };
  if (![...keys].every(isSameIn)) return void 0;
  return { restsOn: [...keys].flatMap((key) => decisive(viewOf(key), world)) };
}
function literalSides(view, counts, world) {
  const made = keptOf(
    view.rules.after,
    ({ address }) => address === void 0 || !world.renamed.has(address)
  );
  return {
    old: literally(keptOf(view.rules.before, counts), world),
    next: literally(keptOf(made, counts), world)
  };
}
function decisive(view, world) {
  const open = view.defaults.filter(({ belief }) => belief.kind === "assumed" || belief.kind === "doubted");
  const believed = new Set(open.flatMap(({ before, after }) => [before, after]));
  const isKnown = ({ sides: [side] }) => !believed.has(side);
  const { old, next } = literalSides(view, isKnown, world);
  const moved = union(subtract(old.surely, next.surely), subtract(next.surely, old.surely));
  if (isEmpty(moved)) return [];
  const parts = open.flatMap((rule) => {
    const { after } = rule;
    if (after === void 0) return [];
    const alone2 = {
      sides: [after],
      group: view.key,
      isSure: true,
      address: void 0,
      stands: true
    };
    const part = intersect(moved, literally([alone2], world).surely);
    return isEmpty(part) ? [] : [{ rule, part }];
  });
  return withoutSpare(parts, moved).map(({ rule }) => rule);
}
function withoutSpare(parts, moved) {
  const whole2 = parts.find(({ part }) => isSubset(moved, part));
  if (whole2 !== void 0) return [whole2];
  return parts.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    return isSubset(moved, unionOf(others.map(({ part }) => part))) ? others : kept;
  }, parts);
}
function literally(rules, { configuration: configuration2 }) {
  return literalBounds(configuration2)(rules);
}
var literalBounds = memoOfObject(
  (configuration2) => memoOfObject((rules) => weighedLiterally(rules, configuration2))
);
function weighedLiterally(rules, { defaultRulePriority }) {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  const everyone = unionPeers(ALL_ADDRESSES, tokenPeers(...tokens.filter((token) => token !== void 0)));
  const need = union(allTraffic("ingress", everyone), allTraffic("egress", everyone));
  const [a, b] = [
    letThrough(rules, need, literal("IPv4"), defaultRulePriority),
    letThrough(rules, need, literal("IPv6"), defaultRulePriority)
  ];
  return { surely: union(a.surely, b.surely), possibly: union(a.possibly, b.possibly) };
}
function tokenOf(peer) {
  if (peer.kind === "any") return void 0;
  if (peer.kind === "range") return peer.range.kind === "unknown" ? peer.range.token : void 0;
  if (peer.kind === "one-of") return JSON.stringify(peer.peers.map((one) => tokenOf(one) ?? one));
  return peer.group.kind === "group" ? groupToken(peer.group.key) : "unknown group";
}
function groupToken(key) {
  return `group ${key}`;
}
function literal(family) {
  const all = family === "IPv4" ? ALL_V4 : ALL_V6;
  const read = (peer) => {
    const token = tokenOf(peer);
    const named2 = peer.kind === "range" && peer.range.kind === "known" ? peer.range.peers : all;
    const peers = token === void 0 ? named2 : tokenPeers(token);
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read, deny: read, memberOf: () => void 0 };
}

// src/check/forgotten-rule.ts
var forgottenRule = {
  id: "forgotten-rule",
  title: "A rule is forgotten and stands on",
  why: "A rule that Terraform only forgets stays in the cloud, and the configuration no longer tells of it.",
  remedy: "To be rid of it, let the plan destroy it (no `destroy = false`) or delete it by hand; to keep it, leave it in the configuration.",
  severities: { introduced: "notice" },
  example: "A `removed` block with `destroy = false` for the rule for TCP 10250.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap(
    (rule) => rule.actions.includes("forget") && rule.before !== void 0 ? forgottenFinding(rule, rule.before, subjects) : []
  )
};
function forgottenFinding(rule, side, all) {
  const { group } = side;
  if (group.kind !== "group") return [];
  const subject = subjectWith(all, group.key);
  const view = all.viewOf(group.key);
  if (subject === void 0 || view.resource?.isDestroyed === true) return [];
  const isPeerKnown = side.peer.kind !== "one-of" && (side.peer.kind !== "group" || side.peer.group.kind === "group");
  const packets = isPeerKnown ? packetsOfRule(rule, side, { subject, all, key: group.key }) : void 0;
  const reason = {
    kind: "forgotten",
    rule: rule.address,
    isDeny: side.action === "deny",
    isSaidElsewhere: packets === void 0 && isPeerKnown
  };
  const place2 = { ...about(subject), group: group.key, pool: void 0 };
  return [finding(forgottenRule, all, { ...place2, causes: [rule], packets, reason })];
}
function packetsOfRule(rule, side, { subject, all, key }) {
  const { world, viewOf } = all;
  const rules = viewOf(key).rules.after.filter(({ address }) => address !== void 0);
  const forgotten = new Set(
    world.rulesOf(key).flatMap(({ actions, address }) => actions.includes("forget") ? [address] : [])
  );
  const own = rules.filter(({ address }) => address === rule.address).map((one) => ({ ...one, sides: [{ ...side, action: "allow" }] }));
  const others = rules.filter(
    ({ address = "", sides: [other] }) => !forgotten.has(address) && other.action === side.action
  );
  const allows = others.map((one) => ({
    ...one,
    sides: [{ ...one.sides[0], action: "allow" }]
  }));
  const region2 = subtract(literally(own, world).possibly, literally(allows, world).surely);
  if (isEmpty(region2)) return void 0;
  return {
    region: region2,
    naming: {
      whole: namedPeer(side, subject, all),
      ranges: [],
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true
    },
    fate: side.action === "deny" ? "missing" : "open"
  };
}
function namedPeer(side, { cluster, role, groups }, { viewOf, world }) {
  const { peer } = side;
  if (peer.kind !== "group" || peer.group.kind !== "group") return void 0;
  const { key } = peer.group;
  const isOf2 = (group) => group?.after === key;
  const known = isOf2(cluster.node) ? "node" : isOf2(cluster.control) ? "control" : isOf2(cluster.eni) ? "eni" : groups.some((own) => own.key === key) ? role : void 0;
  const isSecret2 = isPeerSensitive(side) || world.plan.sensitiveIds.has(key);
  const shown = viewOf(key).resource?.address ?? (isSecret2 ? void 0 : key);
  const other = known !== void 0 ? { kind: "group", role: known } : shown === void 0 ? { kind: "sensitive" } : { kind: "addresses", peers: tokenPeers(shown), names: [] };
  return { peers: tokenPeers(groupToken(key)), other };
}

// src/weigh/new-access.ts
function accessOpened(subject, world) {
  const rules = rulesBefore(subject);
  const [was, is] = [incoming(rules, world), incoming(subject.after.rules, world)];
  const fresh = subtract(is.surely, was.possibly);
  const loosened = intersect(is.possibly, lessDenied(rules, subject, world));
  const open = subtract(union(subtract(is.possibly, was.surely), loosened), fresh);
  if (isEmpty(fresh) && isEmpty(open)) return { surely: EMPTY, perhaps: EMPTY };
  const seen = { was, reachOf: membersSeenBy(subject) };
  const hidden = coveredByUnknown(rules, was);
  const certain = byMembers(subtract(fresh, hidden), seen);
  const unsure = byMembers(union(open, intersect(fresh, hidden)), seen);
  return {
    surely: certain.surely,
    perhaps: subtract(unionOf([certain.perhaps, unsure.surely, unsure.perhaps]), certain.surely)
  };
}
function rulesBefore({ before, after, groups }) {
  if (before !== void 0) return before.rules;
  const made = after.rules.filter(({ address }) => address === void 0);
  return [...groups.flatMap((view) => view.rules.before), ...made];
}
function incoming(rules, world) {
  const { surely, possibly } = literally(rules, world);
  const into = allTraffic("ingress", unionOfPeers(boxes(possibly).map(({ peers }) => peers)));
  return { surely: intersect(surely, into), possibly: intersect(possibly, into) };
}
function lessDenied(rules, subject, world) {
  const isDeny2 = ({ sides }) => sides.some(({ action: action2 }) => action2 === "deny");
  const before = rules.filter(isDeny2);
  if (before.length === 0) return EMPTY;
  const tokens = groupsNamedIn([...rules, ...subject.after.rules]);
  const takenBy = (denies) => unionOf(
    denies.map((deny) => {
      const isByAddresses = deny.sides.every(({ peer }) => peer.kind === "range" || peer.kind === "any");
      const from = isByAddresses ? tokens : unionPeers(ALL_ADDRESSES, tokens);
      return mapPeers(asAllow(deny, world), () => from);
    })
  );
  return subtract(takenBy(before), takenBy(subject.after.rules.filter(isDeny2)));
}
function asAllow(rule, world) {
  const [first, ...others] = rule.sides;
  const allow = (side) => ({ ...side, action: "allow" });
  return incoming([{ ...rule, sides: [allow(first), ...others.map(allow)] }], world).possibly;
}
function groupsNamedIn(rules) {
  const groups = rules.flatMap(
    ({ sides }) => sides.flatMap(
      ({ peer }) => peer.kind === "group" && peer.group.kind === "group" ? [groupToken(peer.group.key)] : []
    )
  );
  return tokenPeers(...distinct(groups));
}
function coveredByUnknown(rules, { possibly }) {
  const tokens = rules.flatMap(
    ({ sides }) => sides.flatMap(
      ({ peer }) => peer.kind === "range" && peer.range.kind === "unknown" ? [peer.range.token] : []
    )
  );
  if (tokens.length === 0) return EMPTY;
  const open = intersect(possibly, allTraffic("ingress", tokenPeers(...distinct(tokens))));
  return mapPeers(open, () => ALL_ADDRESSES);
}
function membersSeenBy({ after }) {
  const known = membersByToken(after.members);
  return (token) => known.get(token) ?? { surely: NO_PEERS, possibly: ALL_ADDRESSES };
}
var membersByToken = memoOfObject(
  (members) => new Map([...members].map(([key, reach2]) => [groupToken(key), reach2]))
);
function byMembers(part, { was, reachOf: reachOf2 }) {
  const tokens = distinct(boxes(part).flatMap(({ peers }) => peers.tokens));
  const addresses = intersect(part, allTraffic("ingress", ALL_ADDRESSES));
  const named2 = tokens.map((token) => {
    const own = intersect(part, allTraffic("ingress", tokenPeers(token)));
    const { surely, possibly } = reachOf2(token);
    const by = (peers) => mapPeers(own, () => peers);
    const itself = (region2) => mapPeers(region2, () => tokenPeers(token));
    const perhaps2 = itself(subtract(by(possibly), was.surely));
    const certain = surely === NO_PEERS ? subtract(own, itself(intersect(by(possibly), was.possibly))) : itself(subtract(by(surely), was.possibly));
    return { surely: certain, perhaps: subtract(perhaps2, certain) };
  });
  return {
    surely: unionOf([addresses, ...named2.map((one) => one.surely)]),
    perhaps: unionOf(named2.map((one) => one.perhaps))
  };
}
function lettingIn({ groups }, region2, world) {
  const traffic = mapPeers(region2, () => ALL_ADDRESSES);
  const meets2 = (side, action2, key) => {
    if (side?.action !== action2 || membership(side, key) === "no") return false;
    const rule = { sides: [side], group: key, isSure: true, address: void 0, stands: false };
    const own = asAllow(rule, world);
    return !isEmpty(
      action2 === "allow" ? intersect(own, region2) : intersect(
        mapPeers(own, () => ALL_ADDRESSES),
        traffic
      )
    );
  };
  return groups.flatMap(
    ({ key }) => world.rulesOf(key).filter(({ before, after }) => meets2(after, "allow", key) || meets2(before, "deny", key)).flatMap((rule) => causeOf(rule) ?? [])
  );
}
function secretSides(rules, region2, world) {
  const traffic = mapPeers(region2, () => ALL_ADDRESSES);
  return rules.filter(({ sides }) => sides.some(isSecret)).filter(
    (rule) => !isEmpty(
      intersect(
        mapPeers(asAllow(rule, world), () => ALL_ADDRESSES),
        traffic
      )
    )
  ).flatMap(({ sides }) => sides.filter(isSecret));
}

// src/check/waiver.ts
var waiver = {
  id: "waiver",
  title: "A waiver does nothing",
  why: "A waiver that has expired hides nothing any more, and one that hides nothing may hide something tomorrow.",
  remedy: "Remove the waiver, or renew its date.",
  severities: { introduced: "warning" },
  example: "A waiver with `expires: 2025-01-31` in a run of February.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One waiver may serve several plans, so its findings are made once for all of them: `idleWaivers`.
  run: () => []
};
function isStale({ expires }, { world }) {
  return expires < world.today;
}
function waive(findings, subjects) {
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  return findings.flatMap((found) => waiveOne(found, waivers, subjects));
}
function waiveOne(found, waivers, subjects) {
  const parts = [];
  let rest = found;
  for (const one of waivers) {
    if (!isMeant(one, found, subjects)) continue;
    if (one.packets === void 0) return [...parts, { ...rest, waived: one }];
    const { packets } = rest;
    if (packets === void 0) continue;
    const hidden = hiddenBy(one.packets, packets.region);
    if (isEmpty(hidden)) continue;
    parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
    rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
  }
  const isLeft = rest.packets === void 0 || !isEmpty(rest.packets.region);
  return isLeft ? [rest, ...parts] : parts;
}
function isMeant(one, found, subjects) {
  if (one.cluster !== void 0 && one.cluster !== found.cluster?.name) return false;
  if (found.row !== void 0) return one.requirement === found.row.id;
  const { check: check2, group, causes, packets } = found;
  if (one.check !== check2.id) return false;
  if (one.packets !== void 0 && packets === void 0) return false;
  if (one.group !== void 0 && !waivableNames(group, subjects).includes(one.group)) return false;
  if (one.address !== void 0 && !causes.some(({ address }) => address === one.address)) return false;
  const isNarrow = [one.packets, one.group, one.address].some((part) => part !== void 0);
  return isNarrow || packets === void 0 && group === void 0 && causes.length === 0;
}
function waivableNames(key, { viewOf }) {
  if (key === void 0) return [];
  const { resource } = viewOf(key);
  const names = [resource?.id, resource?.address, resource?.nameBefore?.text, resource?.nameAfter?.text];
  return [key, ...names.filter((name) => name !== void 0)];
}
function hiddenBy({ region: named2, isAnyPeer }, region2) {
  if (!isAnyPeer) return intersect(region2, named2);
  const everyone = unionOfPeers(boxes(region2).map(({ peers }) => peers));
  return intersect(
    region2,
    mapPeers(named2, () => everyone)
  );
}
function idleWaivers(found, subjects) {
  const used = new Set(found.map(({ waived }) => waived));
  const { waivers } = subjects.world.configuration;
  const stale = waivers.filter((one) => isStale(one, subjects));
  const unused = waivers.filter((one) => !isStale(one, subjects) && !used.has(one));
  return [
    ...firstOfEach(stale, waiverId).map((one) => idleWaiver(one, subjects, "expired")),
    ...firstOfEach(unused, waiverId).map((one) => idleWaiver(one, subjects, "unused"))
  ];
}
function waiverId({ packets, ...terms }) {
  return JSON.stringify([terms, packets?.text]);
}
function idleWaiver(one, subjects, state) {
  const { cluster: name } = one;
  const shown = subjects.world.clusters.find((cluster) => cluster.name === name);
  return finding(waiver, subjects, {
    cluster: shown ?? (name === void 0 ? void 0 : { name, label: name, resource: void 0 }),
    reason: { kind: "waiver-idle", waiver: one, state }
  });
}

// src/check/new-access.ts
var newAccess = {
  id: "new-access",
  title: "Packets are let in that were not before",
  why: "Where every new way in is somebody’s decision, a plan that opens none can be let through without asking. It is off unless `severity` of the configuration names it; `allow` there lists packets that may come in anew.",
  remedy: "Leave out what lets them in, or name the packets under `allow` in the configuration once somebody has agreed.",
  severities: { introduced: "critical", undecided: "warning" },
  example: "A rule lets 10.20.0.0/16 reach TCP 443 of the worker group, with `severity: { new-access: critical }`.",
  tables: [],
  about: "packets",
  breaks: false,
  leavesUnjudged: false,
  run: (all) => {
    if (all.world.occasion === "audit" || !isAskedFor(all.world)) return [];
    const subjects = firstOfEach(
      all.subjects,
      ({ cluster, role, groups, groupsBefore: groupsBefore2, before }) => JSON.stringify([
        [cluster.name, role, before === void 0],
        groups.map(({ key }) => key),
        groupsBefore2.map(({ key }) => key)
      ])
    );
    return subjects.flatMap((subject) => letIn(subject, all));
  }
};
function isAskedFor({ configuration: configuration2 }) {
  const levels = configuration2.severity["new-access"];
  return levels !== void 0 && Object.values(levels).some((level) => level !== void 0 && level !== "off");
}
function letIn(subject, all) {
  const { world } = all;
  const { surely, perhaps: perhaps2 } = accessOpened(subject, world);
  return [
    ...told(subject, all, { region: surely, change: "introduced" }),
    ...told(subject, all, { region: perhaps2, change: "undecided" })
  ];
}
function told(subject, all, { region: found, change }) {
  const { world } = all;
  const allowed = world.configuration.allow.reduce((left, one) => subtract(left, hiddenBy(one, left)), found);
  if (isEmpty(allowed)) return [];
  const rules = lettingIn(subject, allowed, world);
  const causes = rules.length > 0 ? rules : movers(subject, world);
  if (causes.length === 0) return [];
  return [
    finding(newAccess, all, {
      ...about(subject),
      change,
      causes,
      packets: packetsOfAccess(subject, all, { region: allowed, change }),
      reason: { kind: "let-in" },
      restsOn: beliefsOf(
        [...subject.groupsBefore, ...subject.groups],
        (side) => side.direction === "ingress"
      )
    })
  ];
}
function movers({ pool, cluster, groups, groupsBefore: groupsBefore2 }, world) {
  const holder = poolAt(world, pool) ?? cluster.resource;
  const was = new Set(groupsBefore2.map(({ key }) => key));
  const hasMoved = groups.some(({ key }) => !was.has(key));
  const made = groups.flatMap(({ resource }) => resource ?? []).filter(({ isData }) => !isData);
  return hasMoved ? [...holder === void 0 ? [] : [holder], ...made].filter(({ actions }) => doesSomething(actions)) : [];
}
function packetsOfAccess(subject, { viewOf, world }, { region: region2, change }) {
  const rules = [...rulesBefore(subject), ...subject.after.rules];
  const shown = /* @__PURE__ */ new Map();
  const secret2 = [];
  for (const { peer } of rules.flatMap(({ sides }) => sides)) {
    if (peer.kind !== "group" || peer.group.kind !== "group") continue;
    const { key } = peer.group;
    if (world.plan.sensitiveIds.has(key)) secret2.push(groupToken(key));
    shown.set(groupToken(key), viewOf(key).resource?.address ?? key);
  }
  const secrets = secretSides(rules, region2, world);
  return {
    region: mapPeers(
      region2,
      (peers) => unionPeers(withoutTokens(peers), tokenPeers(...peers.tokens.map((token) => shown.get(token) ?? token)))
    ),
    naming: {
      whole: void 0,
      ranges: [],
      isSensitive: secrets.length > 0 || boxes(region2).some(({ peers }) => secret2.some((one) => peers.tokens.includes(one))),
      isTrafficSensitive: secrets.some((side) => side.isTrafficSensitive === true)
    },
    fate: change === "introduced" ? "opened" : "may-be-opened"
  };
}

// src/check/checks.ts
var BY_ID2 = {
  "essential-rule": essentialRule,
  "required-access": requiredAccess,
  "egress-minimum": egressMinimum,
  "exposed-port": exposedPort,
  "duplicate-rule": duplicateRule,
  "rule-input": ruleInput,
  "group-lifecycle": groupLifecycle,
  "ineffective-rule": ineffectiveRule,
  "unknown-group": unknownGroup,
  "not-covered": notCovered,
  "forgotten-rule": forgottenRule,
  "address-overlap": addressOverlap,
  configuration,
  "new-access": newAccess,
  waiver
};
var CHECKS = CHECK_IDS.map((id) => BY_ID2[id]);
function runChecks(plans) {
  const verdicts = plans.map((subjects) => {
    const found = CHECKS.map((check2) => verdictBy(check2, subjects));
    const told2 = found.flatMap((one) => one.findings).filter((one) => isToldHere(one, subjects) && !isOff(one, subjects));
    const resolved = found.flatMap((one) => one.resolved);
    return {
      findings: waive(told2, subjects),
      resolved: resolved.filter((one) => isToldHere({ ...one, causes: [], pool: void 0 }, subjects))
    };
  });
  const all = verdicts.flatMap(({ findings }) => findings);
  const idle = plans.slice(0, 1).flatMap(
    (first) => [...idleEntries(plans, first), ...factsFindings(plans, first), ...idleWaivers(all, first)].filter((one) => !isOff(one, first)).map((one) => ({ ...one, isOfRun: true }))
  );
  return verdicts.map(({ findings, resolved }, index) => ({
    findings: index === 0 ? [...findings, ...idle] : findings,
    resolved
  }));
}
function isToldHere({ causes, pool, cluster }, { world }) {
  if (causes.length > 0) return causes.some(({ address }) => !world.isElsewhere(address));
  const owner = pool ?? cluster?.resource?.address;
  return owner === void 0 || !world.isElsewhere(owner);
}
function verdictBy(check2, subjects) {
  const { findings, resolved } = rowVerdict(check2, subjects);
  return { findings: [...findings, ...check2.run(subjects)], resolved };
}

// src/command/arguments.ts
import path3 from "node:path";
import { parseArgs } from "node:util";

// src/config/severity.ts
var SEVERITIES = ["critical", "warning", "notice"];
var FAIL_LEVELS = [...SEVERITIES, "never"];
function byGravity(a, b) {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

// src/edge/files.ts
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync
} from "node:fs";
import path from "node:path";

// src/plan/document/bytes/source.ts
var LARGE_BYTES = 2e7;
function sourceOf(bytes) {
  if (!(bytes instanceof Uint8Array)) return bytes;
  const read = (target, from) => {
    const part = bytes.subarray(from, from + target.length);
    target.set(part);
    return part.length;
  };
  return { length: bytes.length, read };
}

// src/edge/files.ts
var FILE_LIMIT_BYTES = 5e6;
var LIMITED = ["configuration", "clouds"];
function readBytes(file, kind = "plan") {
  try {
    if (file === "-") return ok(readFileSync(0));
    const opened2 = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(opened2);
      if (!status.isFile() && !status.isDirectory()) return err(fileTrouble("ENDLESS", kind));
      if (LIMITED.includes(kind) && status.size > FILE_LIMIT_BYTES)
        return err(fileTrouble("TOO_LARGE", kind));
      return ok(readFileSync(opened2));
    } finally {
      closeSync(opened2);
    }
  } catch (error) {
    return err(explain(error, kind));
  }
}
function openPlanFile(file, isOneOfSeveral = false) {
  try {
    if (file === "-") return ok(readPipe());
    const opened2 = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(opened2);
    if (status.isFile() && status.size >= LARGE_BYTES) {
      const read = (target, from) => readSync(opened2, target, 0, target.length, from);
      return ok({ file, length: status.size, read });
    }
    closeSync(opened2);
    return status.isFile() && isOneOfSeveral ? ok({ file, length: status.size, read: (target, from) => readOnce(file, target, from) }) : readBytes(file);
  } catch (error) {
    return err(explain(error, "plan"));
  }
}
function fileBehind(bytes) {
  return bytes instanceof Uint8Array ? void 0 : bytes.file;
}
function readOnce(file, target, from) {
  const opened2 = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readSync(opened2, target, 0, target.length, from);
  } finally {
    closeSync(opened2);
  }
}
function readPipe() {
  const parts = [];
  for (; ; ) {
    const part = new Uint8Array(PART_BYTES);
    let length = 0;
    for (let more = -1; more !== 0 && length < part.length; length += more)
      more = readSync(0, part, length, part.length - length, null);
    parts.push(part.subarray(0, length));
    if (length < part.length) break;
  }
  const [only2] = parts;
  if (parts.length === 1 && only2 !== void 0) return only2;
  const read = (target, from) => {
    const part = parts[Math.floor(from / PART_BYTES)]?.subarray(from % PART_BYTES).subarray(0, target.length);
    if (part === void 0) return 0;
    target.set(part);
    return part.length;
  };
  return { length: parts.reduce((sum, { length }) => sum + length, 0), read };
}
var PART_BYTES = 2 ** 23;
function readText(file) {
  const bytes = readBytes(file, "configuration");
  return bytes.ok ? new TextDecoder().decode(bytes.value) : void 0;
}
function readTextIn(folders, file) {
  if (!isThere(file)) return ok(void 0);
  const real = realPath(file);
  if (real !== void 0 && !isInside(folders, real)) return err(fileTrouble("OUTSIDE", "configuration"));
  const bytes = readBytes(file, "configuration");
  return bytes.ok ? ok(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value)) : bytes;
}
function findFile(files) {
  return files.find((file) => existsSync(file));
}
function isThere(name) {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== void 0;
  } catch (error) {
    return codeOf(error) !== "ENOTDIR";
  }
}
var MAGIC = /[*?[\]{}()]/;
function distinctFiles(files, folder = ".") {
  return firstOfEach(files, (file) => {
    const place2 = path.resolve(folder, file);
    return file === "-" ? file : realPath(place2) ?? place2;
  });
}
function appendText(file, text2) {
  try {
    appendFileSync(file, text2);
    return true;
  } catch {
    return false;
  }
}
function realPath(name) {
  try {
    return realpathSync.native(name);
  } catch {
    return void 0;
  }
}
function isWithin(folder, file) {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
function isInside(folders, file) {
  return folders.some((folder) => isWithin(folder, file));
}
function pathWithin(folder, file) {
  return path.relative(folder, file).replaceAll(path.sep, "/");
}
var OF_KIND = {
  plan: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Make it: terraform show -json FILE > plan.json"],
    ["EISDIR", "is a directory. Name the plan file in it"],
    [
      "EAGAIN",
      "gives nothing to read. Pipe the plan into it: terraform show -json FILE | cce-plan-guard check -"
    ],
    [
      "ERR_FS_FILE_TOO_LARGE",
      "is larger than 2 GiB, which this version cannot read. Split the plan by root module"
    ],
    [
      "ENDLESS",
      "is a pipe or a device, not a file. Pipe the plan in: terraform show -json FILE | cce-plan-guard check -"
    ]
  ]),
  facts: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Make it: cce-plan-guard facts --plan plan.json --output facts.json"],
    ["EISDIR", "is a directory. Name the file of facts in it"],
    ["ERR_FS_FILE_TOO_LARGE", "is larger than 2 GiB, which this version cannot read. Split it"]
  ]),
  configuration: /* @__PURE__ */ new Map([
    ["ENOENT", "does not exist. Name the configuration file, or leave --config out"],
    ["EISDIR", "is a directory. Name the configuration file in it"]
  ]),
  clouds: /* @__PURE__ */ new Map([["EISDIR", "is a directory. Name the file in it"]]),
  report: /* @__PURE__ */ new Map([
    ["ENOENT", "is in a folder that does not exist. Make the folder first"],
    ["EISDIR", "is a directory. Name a file in it"]
  ])
};
var NO_ROOM = "does not fit on the disk. Make room, or name another place";
var OF_ALL = /* @__PURE__ */ new Map([
  ["EACCES", "may not be opened. Check the permissions of the file"],
  ["ENOTDIR", "does not exist: a part of its path is a file"],
  ["ENOSPC", NO_ROOM],
  ["EDQUOT", NO_ROOM],
  ["EFBIG", NO_ROOM],
  ["ENDLESS", "is a pipe or a device, not a file. Name a file"],
  [
    "TOO_LARGE",
    `is larger than ${FILE_LIMIT_BYTES / 1e6} MB, as no file of its kind is. Name the right one`
  ],
  ["OUTSIDE", "leads out of the workspace and of the runner’s temporary folder"],
  ["LINK", "is a link, which is not followed. Name the file itself"]
]);
function explain(error, kind) {
  return fileTrouble(codeOf(error), kind);
}
function codeOf(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
function fileTrouble(code, kind) {
  const known = OF_KIND[kind].get(code) ?? OF_ALL.get(code);
  return known ?? `cannot be opened${code === "" ? "" : ` (${code})`}`;
}

// src/edge/outputs.ts
import { randomUUID } from "node:crypto";
import { lstatSync as lstatSync2, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path2 from "node:path";
function writeWhole(file, text2, { makesFolder = false } = {}) {
  try {
    const there = lstatSync2(file, { throwIfNoEntry: false });
    if (there?.isSymbolicLink() === true && !isOfTheSystem(file)) return err(fileTrouble("LINK", "report"));
    if (isStream(file)) writeFileSync(streamOf(file), text2);
    else {
      if (makesFolder) mkdirSync(path2.dirname(file), { recursive: true });
      replaceFile(file, text2, there?.mode);
    }
    return ok(void 0);
  } catch (error) {
    return err(explain(error, "report"));
  }
}
function replaceFile(file, text2, mode) {
  const part = path2.join(path2.dirname(file), `.${randomUUID()}.part`);
  try {
    writeFileSync(part, text2, { flag: "wx", flush: true, ...mode === void 0 ? {} : { mode } });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
function isOfTheSystem(file) {
  return /^\/(?:dev|proc)\//.test(path2.resolve(file));
}
function isStream(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === void 0 || status.isDirectory()) return false;
  return !status.isFile() || openedAs(file) !== void 0;
}
function streamOf(file) {
  const status = statSync(file);
  return status.isFile() || status.isSocket() ? openedAs(file) ?? file : file;
}
function isStandardOutput(file) {
  return openedAs(file) === 1;
}
var OPENED = { "/dev/stdout": 1, "/dev/stderr": 2 };
function openedAs(file) {
  const name = path2.resolve(file);
  const [, digits] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,4})$/.exec(name) ?? [];
  return digits === void 0 ? OPENED[name] : Number(digits);
}
function inputAt(output, inputs) {
  const own = inodeOf(output);
  return inputs.find((input) => input !== "-" && own !== void 0 && inodeOf(input) === own);
}
function inodeOf(file) {
  try {
    const status = statSync(file, { bigint: true });
    return status.isFile() ? `${status.dev} ${status.ino}` : void 0;
  } catch {
    return void 0;
  }
}
function wouldLieIn(folders, file) {
  for (let at = path2.dirname(path2.resolve(file)); ; at = path2.dirname(at)) {
    const real = realPath(at);
    if (real !== void 0) return isInside(folders, path2.join(real, path2.relative(at, path2.resolve(file))));
    if (isThere(at) || path2.dirname(at) === at) return false;
  }
}

// src/config/nearest.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var LONGEST_KEY_SHOWN = 40;
var LONGEST_COMPARED = 100;
function nearest(text2, known) {
  const word = lettersOf(text2);
  if (word === "" || word.length > LONGEST_COMPARED) return void 0;
  let best;
  for (const name of known) {
    const other = lettersOf(name);
    const steps = (0, import_fastest_levenshtein.distance)(word, other);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, other.length) / 3));
    if (steps <= allowed && steps < (best?.steps ?? Infinity)) best = { name, steps };
  }
  return best?.name;
}
function lettersOf(text2) {
  return text2.toLowerCase().replace(/[-_\s]/g, "");
}
function shownKey(key) {
  const plain2 = key.replace(/[^\p{L}\p{N}\p{P}\p{S} ]|[`\p{Default_Ignorable_Code_Point}]/gu, "?");
  const [short = ""] = new RegExp(`^.{0,${LONGEST_KEY_SHOWN}}`, "u").exec(plain2) ?? [];
  return short === plain2 ? `\`${plain2}\`` : `\`${short}…\``;
}
function orList(words) {
  return words.join(", ").replace(/, ([^,]*)$/, " or $1");
}

// src/format/formats.ts
var FORMATS = {
  text: async () => (await import("./core.js")).renderText,
  json: async () => (await import("./chunks/json-QO3JLIQX.js")).renderJson,
  markdown: async () => (await import("./chunks/markdown-B4VNAV3Z.js")).renderMarkdown,
  sarif: async () => {
    const [{ renderSarif }, { CHECKS: CHECKS2 }] = await Promise.all([
      import("./chunks/sarif-6YHFGND3.js"),
      import("./core.js")
    ]);
    return (report, options) => renderSarif(report, CHECKS2, options);
  },
  junit: async () => (await import("./chunks/junit-6YYKP4MI.js")).renderJunit,
  gitlab: async () => (await import("./chunks/gitlab-2CNSJBCJ.js")).renderGitlab,
  html: async () => (await import("./chunks/html-ARPWGJMN.js")).renderHtml
};

// src/edge/gauges.ts
import { performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
var SHARE_OF_HEAP = 0.85;
var YOUNG_BYTES = 3 * 16 * 1024 * 1024;
function heapLimitBytes() {
  return getHeapStatistics().heap_size_limit;
}
function gaugesFrom(heapBytes) {
  const start = performance.now();
  const before = getHeapStatistics();
  const most = before.used_heap_size + before.external_memory + heapBytes;
  const heapLimit = SHARE_OF_HEAP * (before.heap_size_limit - YOUNG_BYTES);
  return {
    elapsedMs: () => performance.now() - start,
    isMemoryLow: () => {
      const { used_heap_size: inHeap, external_memory: beside2 } = getHeapStatistics();
      return inHeap > heapLimit || inHeap + beside2 > most;
    }
  };
}

// src/command/budget.ts
var DEFAULT_SECONDS = 120;
var PART_BYTES2 = 25e7;
var MAX_SECONDS = 86400;
var DEADLINE_FORM = `whole seconds, 1 to ${String(MAX_SECONDS)}`;
function secondsIn(text2) {
  const seconds = /^\d{1,5}$/.test(text2) ? Number(text2) : 0;
  return seconds >= 1 && seconds <= MAX_SECONDS ? seconds : void 0;
}
var STEPS = 2e8;
var STEPS_PER_BYTE = 25;
var ITEMS = 4e6;
var ITEMS_PER_BYTE = 0.2;
var HEAP_BYTES = 64e7;
var HEAP_BYTES_PER_BYTE = 6;
function inputBytes(...lists) {
  return lists.flat().reduce((sum, { bytes }) => sum + bytes.length, 0);
}
function deadlineFor(inputBytes2, asked) {
  return asked ?? DEFAULT_SECONDS * Math.max(1, Math.ceil(inputBytes2 / PART_BYTES2));
}
function budgetFor(inputBytes2, asked, { startGauges: start = gaugesFrom, progress: at }) {
  const seconds = deadlineFor(inputBytes2, asked);
  const stretch = seconds / deadlineFor(inputBytes2, void 0);
  const allowance = {
    steps: stretch * (STEPS + STEPS_PER_BYTE * inputBytes2),
    items: stretch * (ITEMS + ITEMS_PER_BYTE * inputBytes2),
    timeMs: seconds * 1e3
  };
  const gauges = start(Math.max(1, stretch) * (HEAP_BYTES + HEAP_BYTES_PER_BYTE * inputBytes2));
  return budgetOf(allowance, { ...gauges, at });
}
function mayNotFit(bytes) {
  return HEAP_BYTES_PER_BYTE * bytes > heapLimitBytes();
}
function postingBudget(timeMs) {
  return budgetOf({ steps: STEPS, items: ITEMS, timeMs }, gaugesFrom(HEAP_BYTES));
}
function outOfBudgetLine({ limit, stage }, seconds) {
  return `could not judge within ${WITHIN[limit](String(seconds))}: ran out of it at ${STAGES[stage]}. ${MORE[limit]}`;
}
var WITHIN = {
  time: (seconds) => `${seconds} s`,
  work: (seconds) => `the work that a deadline of ${seconds} s allows for`,
  memory: (seconds) => `the memory that Node has and a deadline of ${seconds} s allows for`
};
var LONGER = "Allow more with --deadline SECONDS, or with the input `deadline` of the Action";
var MORE = {
  time: LONGER,
  work: LONGER,
  memory: `${LONGER}, and give Node more: NODE_OPTIONS=--max-old-space-size=MEGABYTES`
};
var STAGES = {
  reading: "reading the plan",
  references: "following references and local values",
  files: "reading the Terraform files",
  clusters: "placing groups and clusters",
  rules: "weighing rules",
  report: "putting the report together",
  places: "looking for lines",
  mending: "looking for what mends it",
  posting: "the pull request"
};

// src/command/arguments.ts
var SHARED_OPTIONS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "V" }
};
function readArguments(argv, name, options) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const trouble = error instanceof Error ? firstSentence(error.message) : "the arguments cannot be read";
    const [, unknown2] = /^Unknown option '--([^']*)'/.exec(trouble) ?? [];
    const meant = unknown2 === void 0 ? void 0 : nearest(unknown2, Object.keys(options));
    const instead = meant === void 0 ? `See cce-plan-guard ${name} --help` : `Did you mean --${meant}?`;
    return err(`${trouble}. ${instead}`);
  }
  const blank = Object.entries(parsed.values).find(([, value]) => value === "");
  if (blank !== void 0) return err(`--${blank[0]} is empty: leave it out, or set the variable`);
  return ok(parsed);
}
function plansNamed(names, command) {
  if (names.length === 0) {
    return err(`no plan is named; write: cce-plan-guard ${command} PLAN, or - for standard input`);
  }
  if (names.includes("")) return err("the name of a plan is empty: perhaps a variable is not set");
  return ok(distinctFiles(names));
}
var FORMAT_NAMES = Object.keys(FORMATS).join(", ");
var LEVEL_NAMES = FAIL_LEVELS.join(", ");
var REPORT_OPTIONS = {
  config: { type: "string" },
  "facts-date": { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  report: { type: "string", multiple: true },
  "fail-on": { type: "string" },
  label: { type: "string" },
  deadline: { type: "string" },
  quiet: { type: "boolean", short: "q", default: false },
  color: { type: "string" }
};
var COLORS = ["always", "never", "auto"];
function reportNamed(values2) {
  const { config, format, output, "fail-on": level, label } = values2;
  if (!isFormat(format))
    return err(`--format takes ${FORMAT_NAMES}, not \`${format}\`${meantWord(format, Object.keys(FORMATS))}`);
  const failOn = FAIL_LEVELS.find((name) => name === level);
  if (level !== void 0 && failOn === void 0) {
    return err(`--fail-on takes ${LEVEL_NAMES}, not \`${level}\`${meantWord(level, FAIL_LEVELS)}`);
  }
  const color = COLORS.find((name) => name === values2.color);
  if (values2.color !== void 0 && color === void 0) {
    return err(`--color takes ${COLORS.join(", ")}, not \`${values2.color}\``);
  }
  const reports = reportFiles(values2.report ?? [], output);
  if (!reports.ok) return reports;
  const deadline = deadlineNamed(values2.deadline);
  if (!deadline.ok) return deadline;
  return ok({
    ...{ config, format, output, reports: reports.value, failOn, label, deadline: deadline.value },
    ...{ isQuiet: values2.quiet, color }
  });
}
function meantWord(text2, known) {
  const meant = nearest(text2, known);
  return meant === void 0 ? "" : `; did you mean \`${meant}\`?`;
}
function reportFiles(named2, output) {
  const files = [];
  const taken = new Set(output === void 0 ? [] : [path3.resolve(output)]);
  for (const text2 of named2) {
    const at = text2.indexOf("=");
    const [format, file] = [text2.slice(0, Math.max(at, 0)), text2.slice(at + 1)];
    if (!isFormat(format) || file === "") {
      return err(`--report takes FORMAT=FILE, as sarif=plan.sarif, with ${FORMAT_NAMES}; not \`${text2}\``);
    }
    if (taken.has(path3.resolve(file))) return err(`two reports would go to ${file}: name another file`);
    taken.add(path3.resolve(file));
    files.push({ format, file });
  }
  return ok(files);
}
function isFormat(name) {
  return Object.hasOwn(FORMATS, name);
}
function shownFile(file) {
  return file === "-" ? "standard input" : file;
}
function spares(output, inputs, reports = []) {
  const outputs = [
    ...output === void 0 ? [] : [{ option: "--output", file: output }],
    ...reports.map(({ file }) => ({ option: "--report", file }))
  ];
  for (const { option, file } of outputs) {
    const input = inputAt(file, inputs);
    if (input !== void 0)
      return err(`${option} would overwrite ${input}, which this run reads. Name another file`);
  }
  return ok(void 0);
}
function factsNamed(files, date) {
  if (files.includes("")) return err("--facts is empty: leave it out, or set the variable");
  if (date === void 0) return ok({ files: distinctFiles(files), date });
  const instant = instantOf(date);
  return instant === void 0 ? err("--facts-date takes an instant in UTC or with an offset, as 2026-11-24T06:00:00Z") : ok({ files: distinctFiles(files), date: instant });
}
function deadlineNamed(text2) {
  if (text2 === void 0) return ok(void 0);
  const seconds = secondsIn(text2);
  return seconds === void 0 ? err(`--deadline takes ${DEADLINE_FORM}, not \`${text2}\``) : ok(seconds);
}
function factsToRead({ files, date }) {
  return { files: files.map((file) => ({ name: shownFile(file), file })), date };
}
function firstSentence(message) {
  return message.replace(/\.(\s.*)?$/s, "").replace(/\n.*/s, "");
}

// src/edge/engine.ts
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
async function keepAlive(work) {
  const timer = setInterval(() => void 0, LONG_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
var LONG_MS = 2 ** 31 - 1;
var SMALL_BYTES = 5e5;
var GRACE_MS = 200;
function engineFor(plans) {
  if (plans.reduce((sum, { bytes }) => sum + bytes.length, 0) > SMALL_BYTES) {
    compileLater();
    return () => {
      compileNoMore();
      return setTimeout(GRACE_MS);
    };
  }
  compileNoMore();
  return () => Promise.resolve();
}
var BUDGET_BYTES = 1e6;
function compileLater() {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(`--interrupt-budget=${String(BUDGET_BYTES)}`);
}
function compileNoMore() {
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-maglev");
}

// src/edge/source-directory.ts
import { readdirSync as readdirSync2 } from "node:fs";
import path5 from "node:path";

// src/source/files/paths.ts
function joinPath(directory, path9) {
  const text2 = toSlashes(path9);
  if (text2.startsWith("/") || /^[A-Za-z]:/.test(text2) || text2.includes("\0")) return void 0;
  const parts = [];
  for (const part of [...toSlashes(directory).split("/"), ...text2.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}
function toSlashes(path9) {
  return path9.replaceAll("\\", "/");
}
function isLocalSource(source) {
  return /^\.\.?([/\\]|$)/.test(source);
}
function isDownloaded(directory) {
  return directory.split("/").includes(".terraform");
}
var EXTENSION = /\.(tf|tofu)(\.json)?$/;
function isConfiguration(name) {
  if (name.startsWith(".") || name.endsWith("~") || /^#.*#$/.test(name)) return false;
  return EXTENSION.test(name);
}
var MAIN_FILE = "main.tf";
function usualFile(files) {
  return files.find((file) => file === MAIN_FILE || file.endsWith(`/${MAIN_FILE}`)) ?? files[0];
}
function isHcl(file) {
  return !file.endsWith(".json");
}

// src/edge/disk-reader.ts
import { existsSync as existsSync2, lstatSync as lstatSync3, readdirSync, readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { readFile } from "node:fs/promises";
import path4 from "node:path";
import { fileURLToPath } from "node:url";
function checkoutOf(directory) {
  const start = realPath(path4.resolve(directory));
  if (start === void 0 || !isDirectory(start)) return void 0;
  for (let at = start; ; at = path4.dirname(at)) {
    if (existsSync2(path4.join(at, ".git"))) {
      return { root: at, rootModule: pathWithin(at, start), isRepository: true };
    }
    if (path4.dirname(at) === at) return { root: start, rootModule: "", isRepository: false };
  }
}
function diskReader({ root, rootModule }, base) {
  const top = realPath(root);
  const folders = /* @__PURE__ */ new Map();
  function folder(name) {
    if (folders.has(name)) return folders.get(name);
    const relative = hasParent(name) ? void 0 : joinPath("", name);
    const real = top === void 0 || relative === void 0 ? void 0 : realWithin(top, path4.join(top, relative));
    folders.set(name, real);
    return real;
  }
  function read(name) {
    const [, directory = "", file = ""] = /^(?:(.*)[/\\])?([^/\\]*)$/s.exec(name) ?? [];
    const parent = directory === "" && name !== file ? void 0 : folder(directory);
    if (top === void 0 || parent === void 0 || joinPath("", file) !== file) return void 0;
    return readWithin(top, path4.join(parent, file));
  }
  return {
    rootModule,
    // The calls wait for the disk: two thousand small files take a fifth of the time that way.
    list: (directory) => Promise.resolve(listFiles(folder(directory))),
    read: (file) => Promise.resolve(read(file)),
    grammar: readGrammar,
    ...base
  };
}
function hasParent(name) {
  return name.split(/[/\\]/).includes("..");
}
function realWithin(top, name) {
  const real = realPath(name);
  return real !== void 0 && isWithin(top, real) ? real : void 0;
}
function isDirectory(name) {
  return statSync2(name, { throwIfNoEntry: false })?.isDirectory() === true;
}
function listFiles(directory) {
  if (directory === void 0) return void 0;
  try {
    return readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  } catch {
    return void 0;
  }
}
function readWithin(top, file) {
  try {
    const entry = lstatSync3(file);
    const real = entry.isSymbolicLink() ? realWithin(top, file) : file;
    if (real === void 0) return void 0;
    const status = real === file ? entry : statSync2(real);
    return status.isFile() && status.size <= FILE_LIMIT_BYTES ? readFileSync2(real) : void 0;
  } catch {
    return void 0;
  }
}
async function readGrammar() {
  const places = [
    "./vendor/tree-sitter-hcl.wasm",
    "../vendor/tree-sitter-hcl.wasm",
    "../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm"
  ].map((place2) => fileURLToPath(new URL(place2, import.meta.url)));
  return readFile(places.find((place2) => existsSync2(place2)) ?? "./vendor/tree-sitter-hcl.wasm");
}

// src/edge/source-directory.ts
function sourceFinder() {
  const find = memo((folder) => [folder, "."].find(hasConfiguration));
  return (plan) => find(plan === "-" ? "." : path5.dirname(plan));
}
function hasConfiguration(directory) {
  try {
    return readdirSync2(directory).some((name) => EXTENSION.test(name));
  } catch {
    return false;
  }
}
function openSourceOf(plan, named2) {
  return sourceOpener(named2)(plan);
}
function sourceOpener({ source, base }) {
  const find = sourceFinder();
  const open = memo((directory) => openDirectory(directory, base));
  return (plan) => open(source ?? find(plan));
}
async function openDirectory(directory, base) {
  if (directory === void 0) {
    return base === void 0 ? ok(void 0) : err(`--base ${base} needs the folder of the .tf files: add --source DIR`);
  }
  const checkout = checkoutOf(directory);
  if (checkout === void 0) return err(`--source ${directory} is no directory`);
  const rootFromHere = path5.relative(realPath(".") ?? ".", checkout.root);
  const opened2 = (revision2) => ok({ ...diskReader(checkout, revision2), rootFromHere });
  if (base === void 0 && !checkout.isRepository) return opened2();
  if (base === void 0) return opened2(usualBaseOnceAsked(checkout.root));
  const { openBase } = await import("./chunks/git-base-CVVGED7Q.js");
  const revision = await openBase(checkout.root, base);
  return revision === void 0 ? err(`--base ${base} is no revision that git finds in ${directory}. In a shallow clone, fetch it first`) : opened2(revision);
}
function usualBaseOnceAsked(root) {
  return {
    isBaseNamed: false,
    bases: async () => {
      const { usualBases } = await import("./chunks/git-base-CVVGED7Q.js");
      return usualBases(root);
    }
  };
}

// src/command/plans-found.ts
import { existsSync as existsSync3, statSync as statSync3 } from "node:fs";
import path6 from "node:path";
async function plansFound(names, kind = "plan") {
  const found = [];
  for (const name of names) {
    const [folder, pattern] = isFolder(name) ? [name, "*.json"] : startAndPattern(name);
    if (pattern === void 0) {
      found.push(name);
      continue;
    }
    const { filesLike } = await import("./chunks/globs-SEVG7FB4.js");
    const files = await filesLike(pattern, { folder });
    if (files.length === 0) {
      return err(kind === "plan" ? `no plan is found at ${name}` : `no report is found at ${name}`);
    }
    found.push(...files.map((file) => path6.join(folder, file)));
  }
  return ok(distinctFiles(found));
}
function isFolder(name) {
  return name !== "-" && statSync3(name, { throwIfNoEntry: false })?.isDirectory() === true;
}
function startAndPattern(name) {
  if (!MAGIC.test(name) || existsSync3(name)) return ["", void 0];
  const parts = name.split("/");
  const at = parts.findIndex((part) => MAGIC.test(part));
  return [parts.slice(0, at).join("/") || (name.startsWith("/") ? "/" : "."), parts.slice(at).join("/")];
}

// src/command/check.ts
import path7 from "node:path";

// src/report/words/text.ts
var characters = /* @__PURE__ */ Symbol("characters");
var VALUE_LIMIT = 300;
function shownValue(value) {
  return cutAt(value, VALUE_LIMIT);
}
function cutAt(text2, limit) {
  if (text2.length <= limit) return text2;
  const near = Array.from(text2.slice(0, 2 * limit));
  const isWhole2 = near.length <= limit && text2.length <= 2 * limit;
  return isWhole2 ? text2 : `${near.slice(0, limit - 1).join("")}…`;
}
var TEXT_LIMIT = 2e3;
var LONG_VALUES = new RegExp(`[^\\s\`]{${VALUE_LIMIT + 1},}`, "gu");
function toText(words) {
  if (words.length <= VALUE_LIMIT) return { [characters]: words };
  return { [characters]: cutAt(words.replaceAll(LONG_VALUES, shownValue), TEXT_LIMIT) };
}
function say(words, ...parts) {
  return {
    [characters]: words.reduce((whole2, word, index) => {
      const part = must(parts[index - 1], "between two words there is a part");
      return whole2 + (typeof part === "object" ? part[characters] : shownValue(String(part))) + word;
    })
  };
}
function joined(texts, between) {
  return { [characters]: texts.map((text2) => text2[characters]).join(between) };
}
function asSentence(text2) {
  return /[.!?]$/.test(text2[characters]) ? text2 : say`${text2}.`;
}
function openText(text2) {
  return text2[characters];
}

// src/report/words/phrases.ts
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function holdsPhrase({ groups, rows, of }) {
  if (groups === 0) return void 0;
  const held = rows === of ? `all ${count(of, "row")}` : `${rows} of ${count(of, "row")}`;
  return `${held} of ${count(groups, "group")} hold`;
}
function capped(texts, limit) {
  if (texts.length <= limit + 1) return texts.join(", ");
  return `${texts.slice(0, limit).join(", ")} and ${texts.length - limit} more`;
}
function andList(texts) {
  const others = texts.slice(0, -1);
  const last = texts.slice(-1).join("");
  if (others.length === 0) return last;
  return `${others.join(", ")}${texts.some((text2) => text2.includes(" and ")) ? "," : ""} and ${last}`;
}
function shortLabel(address) {
  const parsed = parseAddress(address);
  if (parsed === void 0) return address;
  return `${parsed.block.slice(parsed.block.lastIndexOf(".") + 1)}${keyText(parsed.key)}`;
}
function capitalised(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
var SENSITIVE = "(sensitive)";
var TELLERS = { plan: "the plan", audit: "the facts" };
function instantText(instant) {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
var PROGRAM_NAMES = { terraform: "Terraform", tofu: "OpenTofu" };
function madeBy({ program, terraformVersion }, shown) {
  return `${PROGRAM_NAMES[program]} ${shown(terraformVersion)}`;
}
var ROLE_NAMES = {
  node: "worker node security group",
  control: "master node security group",
  eni: "elastic network interface security group"
};
var MEMBERS = { node: "worker node", control: "master", eni: "pod" };
var NETWORKS = /* @__PURE__ */ new Map([
  ["vpc-router", "VPC network"],
  ["overlay_l2", "tunnel network"],
  ["eni", "Cloud Native 2.0 network"]
]);
function networkName(type) {
  if (type === void 0) return toText("network model not known");
  return toText(NETWORKS.get(type) ?? `network model ${type}`);
}
var ACTIONS = /* @__PURE__ */ new Map([
  ["no-op", "stays as it is"],
  ["read", "read"],
  ["create", "created"],
  ["update", "changed"],
  ["delete", "destroyed"],
  ["delete,create", "replaced, the old one first"],
  ["create,delete", "replaced, the new one first"],
  ["forget", "forgotten, not destroyed"],
  ["create,forget", "made anew, the old one forgotten"]
]);
function actionsPhrase(actions) {
  return toText(ACTIONS.get(actions.join(",")) ?? actions.join(", "));
}
function rowRanges(rows) {
  const runs = [];
  for (const row2 of rows) {
    const last = runs.at(-1);
    if (last?.[1].table === row2.table && last[1].number + 1 === row2.number) last[1] = row2;
    else runs.push([row2, row2]);
  }
  return runs.map(
    ([from, to]) => from === to ? from.id : `${from.id}${from.number + 1 === to.number ? " " : "-"}${to.id}`
  ).join(" ");
}
function shortFingerprint({ fingerprint }) {
  return fingerprint.slice(0, 8);
}

// src/report/words/apart-words.ts
function apartWords(blocks) {
  const alike2 = groupBy(blocks, ({ plan, title }) => JSON.stringify([plan, openText(title)]));
  const words = new Map([...alike2.values()].flatMap(apartNames));
  return blocks.map((block) => words.get(block) ?? []);
}
function apartNames(same2) {
  if (same2.length === 1) return [];
  const clusters = differing(same2.map(({ cluster }) => clusterName(cluster)));
  const named2 = same2.map((block, i) => ({ block, names: [clusters[i]].flatMap((name) => name ?? []) }));
  const byCluster = groupBy(named2, ({ block: { cluster } }) => cluster);
  return [...byCluster.values()].flatMap((some) => {
    const owners = differing(some.map(({ block }) => ownersName(block)));
    return withFingerprints(
      some.map(({ block, names }, i) => ({
        block,
        names: [...names, ...[owners[i]].flatMap((one) => one ?? [])]
      }))
    );
  });
}
function withFingerprints(named2) {
  const read = groupBy(
    named2,
    ({ block, names }) => JSON.stringify([names.map(openText), block.causes.map(({ address }) => address)])
  );
  return [...read.values()].flatMap(
    (alike2) => alike2.map(({ block, names }) => {
      const [first] = block.findings;
      return [block, alike2.length === 1 ? names : [...names, say`\`${shortFingerprint(first)}\``]];
    })
  );
}
function differing(names) {
  const texts = names.map((name) => name === void 0 ? "" : openText(name));
  return distinct(texts).length === 1 ? [] : names;
}
function clusterName(cluster) {
  return cluster === void 0 ? void 0 : say`cluster \`${cluster}\``;
}
function ownersName({ pools, group }) {
  const [pool] = pools;
  if (pool !== void 0)
    return say`pool \`${pool}\`${pools.length > 1 ? ` and ${pools.length - 1} more` : ""}`;
  return group === void 0 ? void 0 : say`group \`${group.shown}\``;
}

// src/config/default-rules.ts
function withGone(entry, rows) {
  const { gone = [], standing: standing2 = [] } = entry ?? {};
  return {
    gone: [.../* @__PURE__ */ new Set([...gone, ...rows])].sort(byRowId),
    standing: standing2 === "all" ? standing2 : standing2.filter((id) => !rows.includes(id))
  };
}
function withSeen(entry, seen) {
  const { gone = [], standing: standing2 = [] } = entry ?? {};
  const all = standing2 === "all" ? [] : [...standing2, ...seen.standing];
  return {
    gone: [.../* @__PURE__ */ new Set([...gone.filter((id) => !seen.standing.includes(id)), ...seen.gone])].sort(byRowId),
    standing: standing2 === "all" ? standing2 : [...new Set(all.filter((id) => !seen.gone.includes(id)))].sort(byRowId)
  };
}
function byRowId(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
function entryText({ gone, standing: standing2 }) {
  const parts = [
    ...gone.length > 0 ? [`gone: [${gone.join(", ")}]`] : [],
    ...standing2 === "all" ? ["standing: all"] : [],
    ...standing2 !== "all" && standing2.length > 0 ? [`standing: [${standing2.join(", ")}]`] : []
  ];
  return `{ ${parts.join(", ")} }`;
}
function entryLines(cluster, entry) {
  return ["clusters:", `  - name: ${nameText(cluster)}`, `    ${defaultRulesText(entry)}`];
}
function defaultRulesText(entry) {
  return `default-rules: ${entryText(entry)}`;
}
var PLAIN2 = /^[a-z][\w-]*$/i;
var NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
function nameText(name) {
  return PLAIN2.test(name) && !NO_TEXT.test(name) ? name : JSON.stringify(name);
}

// src/report/defaults.ts
function believedOnce(defaults) {
  const all = defaults.map(({ requirement: requirement2, belief, stands, before }) => ({
    ...{ row: requirement2, belief, stands },
    isNew: before === void 0
  }));
  return [...groupBy(all, ({ row: row2 }) => row2?.id).values()].flatMap(
    (same2) => (
      // Most rows have one rule.
      same2.length === 1 ? same2 : firstOfEach(same2, ({ belief, stands, isNew }) => JSON.stringify([belief, stands, isNew]))
    )
  );
}
var ORDER = ["seen", "plan", "recorded", "gone", "doubted", "assumed"];
function beliefParts({ defaults }) {
  const there = defaults.filter(({ isNew }) => !isNew);
  const alike2 = groupBy(
    there,
    ({ belief, stands }) => (
      // Each rule of a plan has its own address.
      JSON.stringify([stands, belief.kind === "plan" ? belief.kind : belief])
    )
  );
  return [...alike2.values()].map((same2) => ({ ...same2[0], rows: distinct(same2.map(({ row: row2 }) => row2)) })).sort((a, b) => ORDER.indexOf(a.belief.kind) - ORDER.indexOf(b.belief.kind));
}
function recordsOf(plan, proposed) {
  const gone = goingIn(plan);
  return [...groupBy(gone, ({ cluster }) => cluster.name).values()].map((same2) => {
    const [{ cluster }] = same2;
    const entry = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const rows = [...distinct(same2.map(({ row: row2 }) => row2))].sort(byTableAndNumber);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      gone: rows,
      recorded: rows.filter(({ id }) => entry?.gone.includes(id)),
      entry: withGone(
        entry,
        rows.map(({ id }) => id)
      )
    };
  });
}
function joinedRecords(plans) {
  const alike2 = groupBy(plans.flat(), (one) => one.isNameable ? one.cluster : one);
  return [...alike2.values()].map((same2) => {
    const [first, ...others] = same2;
    if (others.length === 0) return first;
    return {
      ...first,
      gone: [...distinct(same2.flatMap(({ gone }) => gone))].sort(byTableAndNumber),
      recorded: [...distinct(same2.flatMap(({ recorded }) => recorded))].sort(byTableAndNumber),
      entry: withGone(
        first.entry,
        others.flatMap(({ gone }) => gone.map(({ id }) => id))
      )
    };
  });
}
function seenRecords(plans, proposed, records) {
  const gone = new Map(records.map((record) => [record.cluster, record.gone]));
  const shown = plans.flatMap(
    ({ subjects }) => subjects.flatMap(
      ({ cluster, groups }) => groups.flatMap(({ defaults }) => defaults.map((rule) => ({ cluster, rule })))
    )
  );
  return [...groupBy(shown, ({ cluster }) => cluster.name).values()].flatMap((same2) => {
    const [{ cluster }] = same2;
    const rules = same2.map(({ rule }) => rule);
    const rows = [...groupBy(rules, ({ requirement: requirement2 }) => requirement2)].flatMap(
      ([row2, own]) => row2 !== void 0 && own.every(({ belief }) => belief.kind === "seen") ? [{ id: row2.id, isThere: own.every(({ stands }) => stands === "surely") }] : []
    );
    if (rows.length === 0) return [];
    const was = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const ids = (isThere2) => rows.filter((row2) => row2.isThere === isThere2).map(({ id }) => id);
    const seen = withSeen(was, { gone: ids(false), standing: ids(true) });
    const going = gone.get(cluster.label)?.map(({ id }) => id) ?? [];
    const entry = withGone(seen, going);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      entry,
      isRecorded: was !== void 0 && isSameEntry(was, entry)
    };
  });
}
function isSameEntry(a, b) {
  const ids = ({ gone, standing: standing2 }) => JSON.stringify([[...gone].sort(), standing2 === "all" ? standing2 : [...standing2].sort()]);
  return ids(a) === ids(b);
}
function goingIn({ subjects }) {
  return subjects.flatMap(({ cluster, groups }) => {
    const { after, resource } = cluster;
    if (after === void 0 || resource?.isReplaced === true) return [];
    return groups.flatMap((view) => view.kind === "made" ? rowsTaken(view) : []).map((row2) => ({ cluster, row: row2 }));
  });
}
function rowsTaken({ defaults }) {
  const isKnown = ({ belief, stands }) => belief.kind === "plan" || stands === "no";
  return [...groupBy(defaults, ({ requirement: requirement2 }) => requirement2)].flatMap(
    ([row2, rules]) => row2 !== void 0 && rules.some(({ isTakenAway }) => isTakenAway) && rules.every(isKnown) ? [row2] : []
  );
}
function byTableAndNumber(a, b) {
  return compare(a.table, b.table) || compare(a.number, b.number);
}

// src/report/words/doubt-words.ts
function doubtsIn(findings) {
  return firstOfEach(
    findings.flatMap(({ reason }) => "doubts" in reason ? reason.doubts : []),
    (doubt) => JSON.stringify(doubt)
  );
}
var PARTS = {
  peer: "the other end of",
  traffic: "the protocol and ports of",
  direction: "the direction of",
  family: "the IP version of",
  action: "whether it allows or denies:",
  group: "the group of",
  priority: "the priority of"
};
var LIMIT = 3;
function doubtsPhrase(doubts, occasion) {
  if (doubts.length === 0) return nothingShown(occasion);
  const rows = rowsIn(doubts);
  const others = doubts.filter((doubt) => doubt.kind !== "default").map(doubtPhrase);
  return capped([...rows.length > 0 ? [defaultsPhrase(rows)] : [], ...others], LIMIT);
}
function rowsIn(doubts) {
  const rows = doubts.flatMap((doubt) => doubt.kind === "default" ? requirement(doubt.row) ?? [] : []);
  return [...distinct(rows)].sort(byTableAndNumber);
}
function defaultsPhrase(rows) {
  return rows.length === 1 ? `whether ${rowRanges(rows)}, which CCE made, still stands` : `which of ${rowRanges(rows)}, which CCE made, still stand`;
}
function nothingShown(occasion) {
  return `something that ${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not show`;
}
function doubtPhrase(doubt) {
  switch (doubt.kind) {
    case "range":
      return doubt.isDescribed === true ? `the ${doubt.token}` : doubt.token;
    case "rule":
      return `${PARTS[doubt.part]} ${doubt.address}`;
    case "seen":
      return doubt.part === "group" ? "whether a rule is there on which files of facts do not agree" : `${PARTS[doubt.part]} a rule of which the facts do not tell all`;
    case "rank":
      return `whether the deny ${doubt.address} wins against rules whose priority nobody documents`;
    case "across-groups":
      return `whether the deny ${doubt.address} wins against rules of another group, which nobody documents`;
  }
}
function untouchedWords(findings, told2) {
  const rows = [...distinct(findings.flatMap(rowsOf))].sort(byTableAndNumber);
  const doubts = doubtsIn(findings);
  const verb = rows.length === 1 ? "depends" : "depend";
  const rest = `${verb} on ${doubtsPhrase(doubts, "plan")}, before the plan as after it`;
  const known = new Set(told2.map((doubt) => JSON.stringify(doubt)));
  const isTold = doubts.length > 0 && doubts.every((doubt) => known.has(JSON.stringify(doubt)));
  return toText(`${rowRanges(rows)} ${rest}${isTold ? "" : `. ${decidingWords(doubts, "plan")}`}`);
}
function doubtSentences(doubts, occasion) {
  if (doubts.length === 0) return [`It depends on ${nothingShown(occasion)}.`];
  const rows = rowsIn(doubts);
  const others = doubts.filter(({ kind }) => kind !== "default");
  const isOpen = others.some(({ kind }) => kind === "range" || kind === "rule");
  return [
    ...rows.length === 1 ? [`It holds only if ${rowRanges(rows)} still stands, which CCE made and nobody manages.`] : [],
    ...rows.length > 1 ? [`It depends on which of ${rowRanges(rows)} still stand, which CCE made and nobody manages.`] : [],
    ...others.length > 0 || rows.length === 0 ? [
      `It depends on ${doubtsPhrase(others, occasion)}${isOpen ? `, which ${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not tell` : ""}.`
    ] : []
  ];
}
function decidingWords(doubts, occasion) {
  const keys = distinct(doubts.flatMap((doubt) => doubt.kind === "range" ? doubt.key ?? [] : []));
  const isLater = doubts.some(
    (doubt) => doubt.kind === "rule" || doubt.kind === "range" && doubt.key === void 0
  );
  return [
    ...keys.length > 0 ? [`Say ${keys.map((key) => `\`${key}\``).join(", ")} of the cluster in the configuration file.`] : [],
    ...doubts.some(({ kind }) => kind === "rank") ? [
      "Say `default-rule-priority: 1` or `100` in the configuration file, or give the deny the priority 1."
    ] : [],
    ...doubts.some(({ kind }) => kind === "across-groups") ? ["Give the deny the priority 1, or put it into the same group as the rules that it meets."] : [],
    ...defaultWords(doubts),
    ...doubts.some(({ kind }) => kind === "seen") ? [
      `Look with \`cce-plan-guard facts${occasion === "audit" ? "" : " --plan PLAN"}\`, which tells all of each rule.`
    ] : [],
    ...isLater ? [LATER[occasion]] : [],
    ...doubts.length === 0 ? [
      occasion === "audit" ? "Check these rows by hand." : "Check these rows by hand, or manage all rules of the group in this plan."
    ] : []
  ].join(" ");
}
var LATER = {
  plan: "Write the value out, or apply first what it comes from (`-target`), and plan again.",
  audit: "Look again with facts that show it: `cce-plan-guard facts --output facts.json`."
};
function defaultWords(doubts) {
  const all = doubts.filter((doubt) => doubt.kind === "default");
  return [...groupBy(all, ({ cluster }) => cluster)].map(([cluster, some]) => {
    const rows = rowsIn(some);
    const [first, second] = rows.map(({ id }) => id);
    const entry = second === void 0 ? `\`default-rules: { standing: [${first}] }\` or \`{ gone: [${first}] }\`` : `which of ${rowRanges(rows)} stand and which are gone, like \`default-rules: { standing: [${first}], gone: [${second}] }\``;
    return `Say in \`cce-plan-guard.yml\`, of the cluster \`${cluster}\`: ${entry}; or look: \`cce-plan-guard facts --plan PLAN\`, and judge with \`--facts\`.`;
  });
}

// src/report/words/belief-words.ts
function namesText(names) {
  const rows = names.filter((row2) => row2 !== void 0);
  const ofNewGroups = names.length > rows.length ? ["the rules that every new group has"] : [];
  return [...rows.length === 0 ? [] : [rowRanges(rows)], ...ofNewGroups].join(" and ");
}
function ifTheyStand(names) {
  const rows = names.filter((row2) => row2 !== void 0);
  if (rows.length === 0) return `if ${namesText(names)} still stand`;
  const isOne = names.length === 1;
  return `if ${namesText(names)} still ${isOne ? "stands" : "stand"}, which ${rows.length < names.length ? "CCE and the cloud" : "CCE"} made`;
}
var ADDRESS_LIMIT = 2;
function shortAddress(address) {
  const label = shortLabel(address);
  return label === address ? address : `…${label}`;
}
function idleWords(addresses) {
  const names = addresses.map((address) => `\`${shortAddress(address)}\``);
  const [first = ""] = names;
  const list2 = names.length === 1 ? first : names.length === 2 ? names.join(" and ") : capped(names, ADDRESS_LIMIT);
  return `${list2} would be idle beside it`;
}
function doubtCauseWords(cause) {
  if (cause.kind === "idle-rules") return idleWords(cause.addresses);
  const { listed, assumed } = cause;
  return `the group’s list of rule ids has ${count(listed, "rule")} that nobody manages, and CCE makes ${assumed}`;
}
function partWords({ belief, stands, rows }) {
  const names = namesText(rows);
  if (belief.kind === "seen") {
    return stands === "surely" ? [] : [`${stands === "no" ? "not there" : "perhaps there"}: ${names}`];
  }
  return [knownWords(belief, stands, names)];
}
function knownWords(belief, stands, names) {
  switch (belief.kind) {
    case "plan":
      return stands === "no" ? `gone from the cloud before this plan (drift): ${names}` : `in the plan: ${names}`;
    case "recorded":
      return stands === "no" ? `recorded as gone: ${names}` : `recorded as standing: ${names}`;
    case "gone":
      return `taken as gone: ${names}, because ${belief.because.map(doubtCauseWords).join(", and ")}`;
    case "doubted":
      return `doubted: ${names}, because ${belief.because.map(doubtCauseWords).join(", and ")}`;
    case "assumed":
      return `assumed: ${names}`;
    default:
      return unreachable(belief);
  }
}
function seenWords(parts) {
  const seen = parts.flatMap(({ belief }) => belief.kind === "seen" ? [belief] : []);
  const [first] = seen;
  if (first === void 0) return [];
  return [first.since === void 0 ? "seen, nobody knows when" : `seen, ${instantText(first.since)}`];
}
function restWords(restsOn) {
  const told2 = (kind) => distinct(
    restsOn.flatMap(({ belief, stands, row: row2 }) => belief.kind === kind && stands === "no" ? [row2] : [])
  );
  const sentence = (names, rest) => names.length === 0 ? [] : [`${capitalised(namesText(names))}, which CCE made, ${names.length === 1 ? "is" : "are"} ${rest}`];
  return [...sentence(told2("gone"), "taken as gone"), ...sentence(told2("recorded"), "recorded as gone")];
}
function becauseTexts(belief) {
  if (belief.kind === "plan") return belief.addresses.map(toText);
  if (belief.kind !== "gone" && belief.kind !== "doubted") return [];
  return belief.because.flatMap(
    (cause) => cause.kind === "idle-rules" ? cause.addresses.map(toText) : [toText(doubtCauseWords(cause))]
  );
}
function believedLabel({ cloud }) {
  return cloud === void 0 ? "believed" : "drifted";
}
function cloudWords({ since }) {
  return toText(
    since === void 0 ? "cloud as seen, nobody knows when" : `cloud as seen ${instantText(since)}`
  );
}
function believedGroups(report) {
  const asked = new Set(
    doubtsIn([...report.findings, ...report.untouched]).flatMap(
      (doubt) => doubt.kind === "default" ? [doubt.row] : []
    )
  );
  return saidOnce(
    report.groups.flatMap((group) => {
      const told2 = beliefParts(group).filter(report.cloud === void 0 ? isSpecial : isDrifted);
      return told2.length === 0 ? [] : [{ group, words: groupWords(told2, decidingLine(told2, asked)) }];
    })
  );
}
function allBelievedGroups({ groups }) {
  return saidOnce(
    groups.flatMap((group) => {
      const parts = beliefParts(group);
      return parts.length === 0 ? [] : [{ group, words: groupWords(parts, []) }];
    })
  );
}
function decidingLine(parts, asked) {
  const isOf2 = (kind) => parts.flatMap(
    ({ belief, rows }) => belief.kind === kind ? rows.flatMap((row2) => row2 === void 0 ? [] : [row2.id]) : []
  );
  const gone = isOf2("gone");
  const doubted = isOf2("doubted").filter((id) => !asked.has(id));
  return [
    ...gone.length > 0 ? [
      `if ${gone.join(" and ")} still ${gone.length === 1 ? "stands" : "stand"}, say \`${defaultRulesText({ gone: [], standing: gone })}\``
    ] : [],
    ...doubted.length === 1 ? [
      `to decide, say \`${defaultRulesText({ gone: [], standing: doubted })}\` or \`${defaultRulesText({ gone: doubted, standing: [] })}\``
    ] : [],
    ...doubted.length > 1 ? [`to decide, say which of ${doubted.join(" ")} stand and which are gone, in \`default-rules\``] : []
  ];
}
function groupWords(parts, more) {
  return [...seenWords(parts), ...parts.flatMap(partWords), ...more].join("; ");
}
function saidOnce(said) {
  const alike2 = groupBy(said, ({ group, words }) => JSON.stringify([group.plan, group.cluster, words]));
  return [...alike2.values()].map((same2) => {
    const [{ group, words }] = same2;
    const names = same2.map(
      ({ group: { role, name, address } }) => [ROLE_NAMES[role], name ?? address ?? []].flat().join(" ")
    );
    return {
      plan: group.plan,
      cluster: group.cluster,
      text: toText(`${capped(names, GROUP_LIMIT)}: ${words}`)
    };
  });
}
var GROUP_LIMIT = 4;
var ORDINARY = /* @__PURE__ */ new Set(["plan", "assumed"]);
function isDrifted({ stands }) {
  return stands === "no";
}
function isSpecial({ belief, stands }) {
  return !ORDINARY.has(belief.kind) || belief.kind === "plan" && stands === "no";
}
function assumedSentence({ groups }) {
  const assumed = groups.flatMap(beliefParts).filter(({ belief }) => belief.kind === "assumed");
  const rules = assumed.reduce((sum, { rows: rows2 }) => sum + rows2.filter((row2) => row2 !== void 0).length, 0);
  const names = groupBy(
    assumed.flatMap(({ rows: rows2 }) => rows2),
    (row2) => row2
  );
  const rows = [...names.keys()].filter((row2) => row2 !== void 0).sort((a, b) => a.table - b.table || a.number - b.number);
  const ofGroups = names.get(void 0)?.length ?? 0;
  const where = rules > rows.length ? `, in ${assumed.length} groups` : "";
  const sentences = [
    ...rules > 0 ? [
      `Of CCE’s own rules ${rules} ${rules === 1 ? "is" : "are"} assumed to stand${where}: ${rowRanges(rows)}.`
    ] : [],
    ...ofGroups > 0 ? [
      `The rules that every new group has are assumed to stand in ${count(ofGroups, "group")} of one’s own.`
    ] : []
  ];
  return sentences.length === 0 ? void 0 : toText(sentences.join(" "));
}
function recordingWords({
  records,
  plans
}) {
  const these = plans.length > 1 ? "these plans" : "this plan";
  return records.map((record) => {
    const { cluster, gone, recorded, isNameable, entry } = record;
    const goes = `${rowRanges(gone)} ${gone.length === 1 ? "goes" : "go"} with ${these}`;
    if (recorded.length === gone.length) {
      const is = gone.length === 1 ? "is" : "are";
      return {
        cluster,
        why: toText(`${goes}, and ${is} recorded here`),
        entry: void 0
      };
    }
    const line = defaultRulesText(entry);
    return {
      cluster,
      why: toText(`${goes}; record it with the change, so that the next plan is judged by it`),
      // A name that is cut is no name.
      entry: {
        line,
        lines: isNameable && shownValue(cluster) === cluster ? entryLines(cluster, entry) : [line]
      }
    };
  });
}

// src/report/words/configuration-words.ts
function configurationWords(finding2, reason) {
  const { cluster = "", occasion } = finding2;
  const teller = `${TELLERS[occasion]} ${occasion === "audit" ? "show" : "shows"}`;
  switch (reason.kind) {
    case "group-not-found":
      return `the configuration names \`${reason.text}\` as a security group of cluster ${cluster}; ${teller} no group with this name or address`;
    case "entry-unused":
      return entryWords(reason.name, reason.groups, teller);
    case "entry-contradicts": {
      const { key, source } = reason.contradiction;
      return `\`${key}\` of cluster ${cluster} in the configuration says something else than ${source}`;
    }
    case "record-troubled":
      return recordWords(cluster, reason.trouble);
    case "facts-flawed":
      return factsWords(reason.flaw);
    case "facts-otherwise":
      return otherwiseWords(finding2, reason);
    default:
      return unreachable(reason);
  }
}
function entryWords(name, groups, teller) {
  const named2 = groups.map((text2) => `\`${text2}\``).join(", ");
  const entry = `an entry of the configuration matches nothing: ${teller} no cluster \`${name}\``;
  if (groups.length === 0) return entry;
  return `${entry}, and no security group ${named2}`;
}
var AGAINST = {
  gone: {
    "other-model": "its network model has no such row",
    plan: "the plan shows that what CCE made stands",
    facts: "the facts show that what CCE made stands",
    "rule-ids": "the list of rule ids of the group says otherwise"
  },
  standing: {
    "other-model": "its network model has no such row",
    plan: "the plan takes away what CCE made",
    facts: "the facts do not show what CCE made",
    "rule-ids": "the list of rule ids of the group has fewer rules that nobody manages"
  }
};
function recordWords(cluster, { kind, record, rows }) {
  const verb = rows.length === 1 ? "is" : "are";
  return `\`default-rules\` of cluster ${cluster} in the configuration says that ${rows.join(", ")} ${verb} ${record}, but ${AGAINST[record][kind]}`;
}
function factsWords(flaw) {
  switch (flaw.kind) {
    case "elsewhere":
      return `the facts in ${flaw.file} show none of the groups and clusters that the plan names, so they count for nothing: they may be of another project`;
    case "old":
      return `the facts in ${flaw.file} are of ${instantText(flaw.since)}, ${ageWords(flaw.hours)} before the plan was made: what changed since is not in them`;
    default:
      return unreachable(flaw);
  }
}
function ageWords(hours) {
  const days = Math.floor(hours / 24);
  return days < 1 ? count(Math.floor(hours), "hour", "hours") : count(days, "day", "days");
}
function otherwiseWords({ group, occasion }, { than, rules }) {
  const where = group?.shown ?? "a group";
  return than === "facts" ? `files of facts show different rules of ${where}: what not all of them show counts as possible, not as sure` : `facts show that ${capped(rules, 3)} of ${where} ${rules.length === 1 ? "is" : "are"} gone from the cloud, or changed, while ${occasion === "audit" ? "a" : "the plan’s"} state still has ${rules.length === 1 ? "it" : "them"}`;
}

// src/report/words/flaw-words.ts
function flawWords(flaw) {
  if (flaw.id === "no-cidr") return `its \`${flaw.attribute}\` is no CIDR`;
  if (flaw.id === "peer-family") return `its \`remote_ip_prefix\` is ${flaw.peer}, the rule is ${flaw.rule}`;
  if (flaw.id === "protocol-family") return `its protocol does not go with ${flaw.rule}`;
  if (flaw.id === "min-above-max") return `\`${flaw.min}\` is above \`${flaw.max}\``;
  if (flaw.id === "icmp-outside") return `its ICMP type or code is not within ${flaw.lowest} to 255`;
  return FLAWS[flaw.id];
}
var NAME_DROPPED = "the provider knows its protocol name in lower case only, or not at all, and drops it";
var FLAWS = {
  direction: "the direction is neither `ingress` nor `egress`",
  family: "the address family is neither `IPv4` nor `IPv6`",
  action: "its action is neither `allow` nor `deny`",
  priority: "its priority is not within 1 to 100",
  "two-peers": "it names two peers, and the API takes one",
  "host-bits": "its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts",
  "max-without-min": "it has `port_range_max` without `port_range_min`",
  "min-without-max": "it has `port_range_min` without `port_range_max`",
  "ports-outside": "its ports are not within 1 to 65535",
  "ports-without-protocol": "it has ports but no protocol",
  "ports-dropped": "it has ports but no protocol: the provider sends neither, so the rule is for everything",
  "protocol-number": "its protocol number is not within 0 to 255",
  "protocol-name": "its protocol is none that the API knows",
  "name-dropped": `${NAME_DROPPED}, so the rule is for every protocol`,
  "name-dropped-beside-ports": `${NAME_DROPPED}, so it sends ports without a protocol, which the API refuses`,
  "nova-protocol": 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here',
  "icmp-without-ports": "ICMP without ports becomes echo replies alone: echo requests (ping) and all other ICMP stay out",
  "multi-port": "`multi_port` is no port, range or list of them"
};
function repairWords(flaw) {
  if (flaw.id === "no-cidr")
    return `Write \`${flaw.attribute}\` as an address with a prefix length, like \`192.168.0.0/16\`.`;
  if (flaw.id === "peer-family")
    return `Make it a rule for ${flaw.peer}, or give it a \`remote_ip_prefix\` of ${flaw.rule}.`;
  if (flaw.id === "protocol-family") return "Write `icmp` in a rule for IPv4, and `icmpv6` in one for IPv6.";
  if (flaw.id === "min-above-max") return `Write the smaller number as \`${flaw.min}\`.`;
  if (flaw.id === "icmp-outside")
    return "Write a type and a code that ICMP has: 8 and 0 for echo requests (ping), 0 and 255 for all of it.";
  return REPAIRS[flaw.id];
}
var BOTH_PORTS = "Write both `port_range_min` and `port_range_max`; the same number twice is one port.";
var NAME_PROTOCOL = "Name the protocol, `tcp` or `udp`, or leave the ports out if every protocol is meant.";
var LOWER_CASE = "Write the protocol in lower case (`tcp`, `udp`, `icmp`), or as a number from 0 to 255.";
var REPAIRS = {
  direction: "Write `ingress` or `egress`.",
  family: "Write `IPv4` or `IPv6`.",
  action: "Write `allow` or `deny`.",
  priority: "Write a priority from 1, which wins, to 100.",
  "two-peers": "Keep one of the two peers; where both are meant, make two rules.",
  "host-bits": "Write the first address of the network; if one address alone is meant, with `/32` (IPv6: `/128`).",
  "max-without-min": BOTH_PORTS,
  "min-without-max": BOTH_PORTS,
  "ports-outside": "Write ports from 1 to 65535; leave them out if every port is meant.",
  "ports-without-protocol": NAME_PROTOCOL,
  "ports-dropped": NAME_PROTOCOL,
  "protocol-number": "Write a name, or a number from 0 to 255.",
  "protocol-name": LOWER_CASE,
  "name-dropped": LOWER_CASE,
  "name-dropped-beside-ports": LOWER_CASE,
  "nova-protocol": "Write a rule for each of `tcp`, `udp` and `icmp`, or make the rule by the v2 or v3 API.",
  "icmp-without-ports": "Write `port_range_min = 8` and `port_range_max = 0` for echo requests (ping), 0 and 255 for all of ICMP.",
  "multi-port": "Write one port (`80`), one range (`1-30`) or a list of ports (`22,3389`)."
};

// src/report/words/impact-words.ts
function impactOf(finding2) {
  return toText(impactWords(finding2));
}
function impactWords({
  reason,
  row: row2,
  occasion
}) {
  if (reason.kind === "model-not-known" && occasion === "audit") return IMPACTS["cluster-not-shown"];
  if (reason.kind === "row") return rowImpact({ ...reason, row: rowOf(row2) });
  if (reason.kind === "repeats") {
    const { twin } = reason;
    const isSure = "isSure" in twin ? twin.isSure : true;
    return `the API answers 409 and the apply stops${isSure ? "" : ", if that rule still stands"}`;
  }
  if (reason.kind === "key-renamed") {
    return reason.isDeny ? "what it denies is let through until the next apply" : lostWords(reason.lost);
  }
  if (reason.kind === "opened") return openedImpact(reason);
  if (reason.kind === "rules-not-known")
    return `${count(reason.rows, "row of the tables is", "rows of the tables are")} undecided`;
  if (reason.kind === "rule-problem") {
    return reason.problem.kind === "refused" ? "the apply fails, and the rule is not made" : "the rule lets something else through";
  }
  if (reason.kind === "forgotten") {
    return reason.isSaidElsewhere ? "nobody manages it any more" : "the configuration no longer tells all that the group lets through";
  }
  if (reason.kind !== "no-table") return IMPACTS[reason.kind];
  return reason.of === "ipv6" ? "IPv6 traffic of the cluster is not judged" : "its security groups are not judged";
}
function rowOf(row2) {
  return must(row2, "a reason about a row comes with the row");
}
function rowImpact({ row: row2, isPart, isImpactTrue }) {
  const words = isImpactTrue ? row2.impact : row2.impactOf?.otherwise ?? row2.impact;
  return `${words}${isPart ? " (in part)" : ""}`;
}
var OPENED2 = {
  all: "every port",
  tcp: "every TCP port",
  port: "the port",
  sensitive: "the port"
};
function openedImpact({ opening: opening2, byCce }) {
  const condition = byCce === "new" ? "then " : byCce === "assumed" ? "if so, " : "";
  return `${condition}anybody on the internet can try ${OPENED2[opening2.kind]}`;
}
function lostWords([first, ...others]) {
  if (first === void 0) return "no row of the tables lacks anything by it";
  const rows = [first, ...others].map(({ row: row2 }) => row2.id).join(", ");
  return `${rows} ${others.length === 0 ? "is" : "are"} lost until the next apply: ${rowImpact(first)}`;
}
var IMPACTS = {
  "let-in": "who sends them reaches what could not be reached before",
  "load-balancers-unknown": "load balancers may no longer reach NodePort Services",
  "deny-of-unknown-rank": "a deny rule may take packets that the cluster needs",
  "rules-shift": "what is refused is missing until the next apply",
  "group-goes": "the deletion hangs and fails (409)",
  "pool-replaced": "all its nodes are deleted and made again",
  "cluster-replaced": "the cluster is deleted with all that runs in it, and made again",
  "group-renamed": "the provider no longer finds the group of the cluster",
  "egress-rules-idle": "egress is as open as that rule makes it",
  "group-not-placed": "what the change does to a cluster is not known",
  "model-not-known": "what the change does to the cluster is not known",
  "group-not-found": "the groups that the plan itself tells count instead",
  "entry-unused": "it counts for nothing here",
  "entry-contradicts": "what the configuration says counts",
  "facts-flawed": "what stands in the cloud may be something else",
  "facts-otherwise": "what the facts show counts",
  "record-troubled": "a later plan is judged by what is recorded",
  "cluster-not-shown": "its security groups are not held against a table",
  "waiver-idle": "the configuration says more than is so",
  "ranges-overlap": "packets go the wrong way, and nodes never become ready",
  "not-crosswise": "what runs on nodes of one pool does not reach kubelet or node ports of another",
  "rules-alike": "all but one of them do nothing",
  "rule-idle": "it does nothing while the other stands",
  "upgrade-refused": "the check before an upgrade of the cluster fails",
  "group-not-named": "as far as this plan shows, nothing is in it, and its rules do nothing for a cluster",
  "sister-cluster": "what the plan does to it is not known",
  "packet-filters-change": "packets that the security groups let through may be dropped all the same"
};

// src/report/words/not-known-words.ts
function notKnownWords(finding2, reason) {
  const { cluster = "", pool, occasion } = finding2;
  switch (reason.kind) {
    case "group-not-placed":
      return notPlacedWords(reason);
    case "rules-not-known":
      return rulesWords(finding2, reason);
    case "model-not-known":
      return occasion === "audit" ? `the facts show a group of cluster ${cluster}, and not which network model the cluster has` : `rules change in a group of cluster ${cluster}, and the plan does not tell its network model`;
    case "cluster-not-shown":
      return `${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not show the cluster of ${must(pool, "it is about a pool")}`;
    default:
      return unreachable(reason);
  }
}
function notPlacedWords(reason) {
  const { rules, group = SENSITIVE, isContradicted, isDefaultTraffic } = reason;
  const what = rules === 1 ? "a rule changes" : `${rules} rules change`;
  const why = isContradicted ? ", of which other plans or facts say different things" : "";
  const goes = isDefaultTraffic ? "; what goes has the protocol and ports of a rule that CCE makes" : "";
  return `${what} in a security group that cannot be placed: ${group}${why}${goes}`;
}
function rulesWords({ cluster = "", pool, role, occasion }, { why }) {
  if (occasion === "audit" && pool === void 0 && role !== void 0) {
    return `the rules of the ${ROLE_NAMES[role]} of cluster ${cluster} are not known: ${why.join("; ")}`;
  }
  return `the nodes of ${pool ?? `cluster ${cluster}`} are in a group whose rules are not known: ${why.join("; ")}`;
}

// src/net/packet-lines.ts
function packetLines(region2) {
  const lines = [];
  for (const { direction, protocols, ports, peers } of boxes(region2)) {
    const isAll = ports.lo === firstPortOf(protocols) && ports.hi === LAST_PORT;
    const twin = isAll ? lines.find(
      (line) => line.ports === "all" && line.direction === direction && samePeers(line.peers, peers)
    ) : void 0;
    if (twin === void 0)
      lines.push({ direction, protocols: [protocols], ports: isAll ? "all" : ports, peers });
    else twin.protocols.push(protocols);
  }
  return lines.map((line) => ({ ...line, protocols: canonical(NUMBERS, line.protocols) }));
}
function firstPortOf({ lo, hi }) {
  return lo === hi ? firstPort(lo) : 0;
}
function protocolsForm(protocols) {
  const left = subtractSets(NUMBERS, [ALL_PROTOCOLS], protocols);
  if (left.length === 0) return { kind: "all" };
  return left.every(({ lo, hi }) => lo === hi && hasName(lo)) ? { kind: "all-but", protocols: left.map(({ lo }) => lo) } : { kind: "list", protocols };
}
function protocolsText(protocols) {
  const form = protocolsForm(protocols);
  if (form.kind === "all") return "all";
  return form.kind === "all-but" ? `all but ${form.protocols.map(protocolText).join(", ")}` : form.protocols.map(runText).join(", ");
}
function runText(range) {
  return range.lo === range.hi ? protocolText(range.lo) : intervalText(range);
}
function portsText({ protocols, ports }) {
  if (ports === "all") return "all";
  return intervalText(ports, protocols.some(({ lo }) => hasTypes(lo)) ? icmpText : String);
}

// src/report/words/icmp-words.ts
var TYPES = {
  icmp: /* @__PURE__ */ new Map([
    [0, "echo reply"],
    [3, "destination unreachable"],
    [5, "redirect"],
    [8, "echo request"],
    [11, "time exceeded"],
    [12, "parameter problem"]
  ]),
  icmpv6: /* @__PURE__ */ new Map([
    [1, "destination unreachable"],
    [2, "packet too big"],
    [3, "time exceeded"],
    [4, "parameter problem"],
    [128, "echo request"],
    [129, "echo reply"],
    [133, "router solicitation"],
    [134, "router advertisement"],
    [135, "neighbor solicitation"],
    [136, "neighbor advertisement"]
  ])
};
var FRAGMENTATION_NEEDED = { type: 3, code: 4 };
var ONE_CODE = /* @__PURE__ */ new Set(["echo reply", "echo request", "packet too big"]);
var LAST_CODE = 255;
function icmpWords(protocol, { lo, hi }) {
  const [from, to] = [typeAndCode(lo), typeAndCode(hi)];
  const known = TYPES[protocol === ICMP ? "icmp" : "icmpv6"];
  const name = known.get(from.type) ?? `type ${from.type}`;
  if (lo === hi) {
    const { type, code } = FRAGMENTATION_NEEDED;
    if (protocol === ICMP && from.type === type && from.code === code) return "fragmentation needed";
    return from.code === 0 && ONE_CODE.has(name) ? name : `${name} code ${from.code}`;
  }
  const areWhole = from.code === 0 && to.code === LAST_CODE;
  if (from.type === to.type) return areWhole ? name : `${name} codes ${from.code}-${to.code}`;
  return areWhole ? `types ${from.type}-${to.type}` : `type ${from.type} code ${from.code} to type ${to.type} code ${to.code}`;
}
function typeAndCode(slot) {
  return { type: Math.floor(slot / 256), code: slot % 256 };
}

// src/report/words/packet-words.ts
function packetPhrases(missing) {
  const groups = groupBy(missing, ({ direction, other }) => `${direction} ${otherKey(other)}`);
  return [...groups.values()].map((lines) => {
    const [{ direction, other }] = lines;
    const who = whoPhrase(other);
    return {
      direction,
      what: toText(shorter(trafficList(lines.map(({ traffic }) => traffic)), exceptPhrase(lines))),
      peers: toText(`${direction === "ingress" ? "from" : "to"} ${who}`),
      who: toText(who),
      other,
      otherKey: otherKey(other)
    };
  });
}
function otherKey(other) {
  return JSON.stringify([other.kind, ...endTexts(other)]);
}
function shorter(a, b) {
  return b !== void 0 && b.length < a.length ? b : a;
}
function internetWords(family) {
  return family === "IPv4" ? "the internet" : "the internet over IPv6";
}
function endTexts(other) {
  switch (other.kind) {
    case "addresses":
      return addressTexts(other.peers);
    case "group":
      return [ROLE_NAMES[other.role]];
    case "internet":
      return [internetWords(other.family)];
    case "sensitive":
      return [SENSITIVE];
  }
}
function addressTexts(peers) {
  const isAll = hasAllV4(peers) && peers.tokens.length === 0;
  return isAll ? ["0.0.0.0/0"] : [...cidrsOf(peers), ...peers.tokens];
}
var PEER_LIMIT = 3;
var RANGES = {
  vpc: { label: "VPC", alone: "the VPC" },
  containers: { label: "containers", alone: "the containers" },
  "pod-subnets": { label: "pods", alone: "the pods" },
  masters: { label: "masters", alone: "the masters" },
  api: { label: "API address", alone: "the masters’ API address" },
  "dns-servers": { label: "DNS servers", alone: "the DNS servers" },
  "load-balancers": { label: "load balancers", alone: "the load balancers" },
  "service-mesh": { label: "service mesh", alone: "the service mesh" },
  "vpc-endpoints": { label: "VPC endpoints", alone: "VPC endpoints" },
  "internal-services": { label: "internal services", alone: "internal services" }
};
function rangeName(name) {
  return toText(RANGES[name].alone);
}
function whoPhrase(other) {
  if (other.kind !== "addresses") return capped(endTexts(other), PEER_LIMIT);
  const { peers, names } = other;
  if (names.length === 0 || peers.tokens.length > 0) return addressPhrase(peers);
  return names.map(({ name, peers: some }) => `${RANGES[name].label} ${addressPhrase(some)}`).join(", ");
}
function shortWho(other) {
  if (other.kind !== "addresses") return endTexts(other).join(", ");
  const { peers, names } = other;
  if (names.length > 0) return andList(names.map(({ name }) => RANGES[name].alone));
  const phrase = addressPhrase(peers);
  return phrase.length > SHORT_LENGTH ? SOME_ADDRESSES : phrase;
}
var SOME_ADDRESSES = "some addresses";
var SHORT_LENGTH = 50;
function addressPhrase(peers) {
  const cidrs2 = withoutLength(addressTexts(withoutTokens(peers)));
  const shown = exceptOne(peers, cidrs2.length) ?? cidrs2;
  return capped([...shown, ...peers.tokens], PEER_LIMIT);
}
function exceptOne(peers, pieces) {
  const [around2] = pieces > 2 && peers.tokens.length === 0 ? cidrsAround(peers) : [];
  if (around2 === void 0) return void 0;
  const left = cidrsOf(subtractPeers(addressesIn(around2), peers));
  if (left.length > PEER_LIMIT || left.length + 1 >= pieces) return void 0;
  return [`${withoutLength([around2]).join("")} except ${andList(withoutLength(left))}`];
}
function withoutLength(cidrs2) {
  return cidrs2.map(
    (cidr) => cidr === "0.0.0.0/0" ? "anywhere" : cidr.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/i, "$1$2")
  );
}
var PROTOCOL_LIMIT = 4;
function trafficList(lines) {
  const byProtocol = groupBy(
    lines,
    (line) => line === "sensitive" ? SENSITIVE : protocolsText(line.protocols)
  );
  const texts = [...byProtocol.values()].map((same2) => {
    const ports = same2.flatMap(
      (line) => line === "sensitive" || line.ports === "all" ? [] : [portsWords(line)]
    );
    const protocols = same2[0] === "sensitive" ? "traffic" : protocolPhrase(same2[0].protocols);
    return [protocols, capped(ports, PROTOCOL_LIMIT)].filter((text2) => text2 !== "").join(" ");
  });
  if (texts.length <= PROTOCOL_LIMIT + 1) return texts.join("; ");
  return `${texts.slice(0, PROTOCOL_LIMIT).join("; ")} and ${texts.length - PROTOCOL_LIMIT} more`;
}
function protocolPhrase(protocols) {
  const form = protocolsForm(protocols);
  if (form.kind === "all") return "all traffic";
  if (form.kind === "all-but") {
    return `all protocols but ${andList(byUse(form.protocols).map((one) => protocolText(one).toUpperCase()))}`;
  }
  const text2 = protocolsText(protocols);
  if (protocols.some(({ lo, hi }) => lo === hi && hasName(lo))) return text2.toUpperCase();
  const isOne = protocols.length === 1 && protocols.every(({ lo, hi }) => lo === hi);
  return `${isOne ? "protocol" : "protocols"} ${text2}`;
}
function byUse(protocols) {
  const rank = (one) => (USED_PROTOCOLS.indexOf(one) + USED_PROTOCOLS.length + 1) % (USED_PROTOCOLS.length + 1);
  return [...protocols].sort((a, b) => rank(a) - rank(b));
}
function portsWords({ protocols, ports }) {
  const [protocol] = protocols;
  return ports !== "all" && protocol !== void 0 && hasTypes(protocol.lo) ? icmpWords(protocol.lo, ports) : portsText({ protocols, ports });
}
function exceptPhrase(lines) {
  const known = lines.flatMap(({ traffic }) => traffic === "sensitive" ? [] : [traffic]);
  const [first] = known;
  if (first === void 0 || known.length < 3) return void 0;
  const isOne = known.every(({ protocols }) => sameSets(protocols, first.protocols));
  const whole2 = { protocols: isOne ? first.protocols : [ALL_PROTOCOLS], ports: "all" };
  const others = packetLines(subtract(regionOf(whole2), unionOf(known.map(regionOf))));
  if (others.length === 0 || others.length >= known.length) return void 0;
  return isOne ? `${protocolPhrase(first.protocols)} except ${capped(others.map(portsWords), PROTOCOL_LIMIT)}` : `all traffic except ${trafficList(others)}`;
}
function regionOf({ protocols, ports }) {
  return region("ingress", protocols, ports === "all" ? ALL_PORTS : [ports], ALL_V4);
}
var LINE_LIMIT = 3;
function packetsInBrief(missing) {
  const texts = packetPhrases(missing).map(({ what, peers }) => `${openText(what)} ${openText(peers)}`);
  const shown = texts.slice(0, LINE_LIMIT);
  const left = texts.length - shown.length;
  return toText(`${shown.join("; ")}${left > 0 ? ` and ${left} more` : ""}`);
}
function trafficOf2(missing) {
  return toText(trafficList(missing.map(({ traffic }) => traffic)));
}
function packetTexts({ traffic, other }) {
  return {
    protocol: toText(traffic === "sensitive" ? SENSITIVE : protocolsText(traffic.protocols)),
    ports: toText(traffic === "sensitive" ? SENSITIVE : portsText(traffic)),
    peers: endTexts(other).map(toText)
  };
}
var FATES = {
  lost: "was allowed, is dropped",
  "perhaps-lost": "may have been allowed, is dropped",
  missing: "is dropped",
  "may-be-cut": "may be dropped while the plan is applied",
  "may-be-missing": "may be dropped",
  opened: "was dropped, is allowed",
  "may-be-opened": "may come to be allowed",
  open: "is allowed"
};
var HEARD_OF = /* @__PURE__ */ new Map([
  [47, "gre"],
  [50, "esp"]
]);
var ENDS = {
  ...MEMBERS,
  host: "host",
  "dns-server": "DNS server",
  "load-balancer": "load balancer",
  service: "service",
  internet: "internet"
};
function witnessText({ direction, protocol, port, other, member, fate }) {
  const name = hasName(protocol) ? protocolText(protocol) : HEARD_OF.get(protocol) ?? `protocol ${protocol}`;
  const type = port !== void 0 && hasTypes(protocol) ? ` ${icmpWords(protocol, { lo: port, hi: port })}` : "";
  const to = port !== void 0 && hasPorts(protocol) ? `:${port}` : "";
  const end = other.end === void 0 ? [] : [ENDS[other.end]];
  const isV6 = other.address?.includes(":") === true && direction === "egress" && to !== "";
  const address = other.address === void 0 ? [] : [isV6 ? `[${other.address}]` : other.address];
  const who = [...end, ...address].join(" ");
  const way = direction === "ingress" ? `${who} -> ${MEMBERS[member]}${to}` : `${MEMBERS[member]} -> ${who}${to}`;
  return toText(`${name.toUpperCase()}${type} ${way} ${FATES[fate]}`);
}

// src/report/words/finding-words.ts
function isSureTwin(twin) {
  return "isSure" in twin ? twin.isSure : true;
}
function messageOf(finding2) {
  const { subject, words } = messageWords(finding2);
  return toText(subject === void 0 ? words : `${subject} ${words}`);
}
function messageWords(finding2) {
  const { reason } = finding2;
  if (reason.kind === "repeats") {
    const { twin, rule } = reason;
    return { subject: rule, words: `${isSureTwin(twin) ? "repeats" : "may repeat"} ${twinWords(twin)}` };
  }
  if (reason.kind === "key-renamed") {
    const rule = reason.from ?? "another rule of the group";
    const old = reason.isDeposed ? `a leftover of ${rule}` : rule;
    const words = `is made while ${old}, which says the same, is destroyed: the API refuses the new one (409), and the old one goes all the same`;
    return { subject: reason.to, words };
  }
  if (reason.kind === "rule-problem") {
    const { kind, flaw } = reason.problem;
    return { subject: reason.rule, words: `will be ${kind}: ${flawWords(flaw)}` };
  }
  if (reason.kind === "forgotten") return { subject: reason.rule, words: forgottenWords(finding2, reason) };
  if (reason.kind === "group-not-named") {
    const words = "is new, and no cluster, node pool, node, port, server or rule of this plan names it";
    return { subject: reason.address, words };
  }
  if (reason.kind === "sister-cluster") {
    return {
      subject: reason.address,
      words: "is a CCE cluster of another provider: its security groups are not judged"
    };
  }
  if (reason.kind === "rule-idle") {
    return { subject: reason.rule, words: `lets nothing through that ${reason.within} does not let through` };
  }
  if (reason.kind === "group-goes") return { subject: reason.address, words: groupGoesWords(reason) };
  if (reason.kind === "pool-replaced" || reason.kind === "cluster-replaced") {
    return { subject: reason.address, words: `is replaced, because ${replacedWords(reason)}` };
  }
  if (reason.kind === "group-renamed") {
    const words = `changes the ${reason.what} of a group that CCE made; the cluster resource finds its groups by these`;
    return { subject: reason.address, words };
  }
  return { subject: void 0, words: wordsAlone(finding2, reason) };
}
function replacedWords(reason) {
  if (reason.kind === "cluster-replaced") return "its security group cannot be changed in place";
  return reason.isReordered ? "its security groups are named in another order" : "its security groups cannot be changed in place";
}
function shiftWords({ rules }) {
  return rules === 1 ? "a new rule says what an old one says that goes in the same apply: it may be refused (409) while the old one is there" : `${rules} new rules say what old ones say that go in the same apply: each may be refused (409) while its old one is there`;
}
function groupGoesWords({ isReplaced: isReplaced2, user, others }) {
  const who = user.kind === "resource" ? user.address : `cluster ${user.label}`;
  const more = others > 0 ? ` and ${others} more` : "";
  return `is ${isReplaced2 ? "replaced" : "destroyed"} while ${who}${more} still ${others > 0 ? "need" : "needs"} it`;
}
function wordsAlone(finding2, reason) {
  const { cluster = "" } = finding2;
  switch (reason.kind) {
    case "row":
      return rowMessage(finding2, reason);
    case "load-balancers-unknown":
      return `${rowOf(finding2.row).id}: ${loadBalancerWords(reason)}`;
    case "deny-of-unknown-rank":
      return `${reason.rows.map(({ id }) => id).join(", ")}, ${roleWords(finding2)}: a deny rule that stands may or may not win; it depends on ${doubtsPhrase(reason.doubts, finding2.occasion)}`;
    case "opened":
      return `${whereWords(finding2)}: ${openingWords(reason.opening)} ${openedWords(reason, finding2)}`;
    case "let-in":
      return letInWords(finding2);
    case "egress-rules-idle":
      return egressIdleWords(reason, finding2);
    case "group-not-placed":
    case "rules-not-known":
    case "model-not-known":
    case "cluster-not-shown":
      return notKnownWords(finding2, reason);
    case "group-not-found":
    case "entry-unused":
    case "entry-contradicts":
    case "record-troubled":
    case "facts-flawed":
    case "facts-otherwise":
      return configurationWords(finding2, reason);
    case "rules-shift":
      return shiftWords(reason);
    case "no-table":
      return `cluster ${cluster}: ${reason.of === "ipv6" ? "the tables name IPv4 alone" : "there is no table for its network type"}`;
    case "ranges-overlap":
      return `cluster ${cluster}: ${reason.of.map((range) => RANGES2[range]).join(" and ")} overlap`;
    case "rules-alike":
      return `${count(reason.rules.length, "rule")} of the ${roleWords(finding2)} let through the same`;
    case "upgrade-refused":
      return `${rowOf(finding2.row).id}, ${whereWords(finding2)}: ${UPGRADE_REFUSED}`;
    case "not-crosswise":
      return `${rowOf(finding2.row).id}: ${crosswiseWords(finding2, reason)}${finding2.change === "undecided" ? `; it depends on ${doubtsPhrase(reason.doubts, finding2.occasion)}` : ""}`;
    case "packet-filters-change":
      return `${reason.filters === 1 ? "a firewall or network ACL changes" : `${reason.filters} parts of firewalls or network ACLs change`}, and only security groups are judged`;
    case "waiver-idle":
      return waiverWords(reason);
    default:
      return unreachable(reason);
  }
}
function waiverWords({ waiver: waiver2, state }) {
  const { requirement: requirement2, check: check2 = "", packets, group, address, expires } = waiver2;
  const named2 = [packets?.text, group, address].filter((part) => part !== void 0);
  const why = state === "expired" ? `expired on ${expires} and hides nothing any more` : "hides nothing";
  return `the waiver of ${[requirement2 ?? check2, ...named2].join(" for ")} ${why}`;
}
function egressIdleWords({ rules, isSure }, { restsOn }) {
  const what = rules === 1 ? "a new egress rule changes" : `${rules} new egress rules change`;
  return isSure ? `${what} nothing, because a rule that allows all egress stays` : `${what} nothing ${ifTheyStand(distinct(restsOn.map(({ row: row2 }) => row2)))}`;
}
var RANGES2 = {
  vpc: "the ranges of its VPC",
  containers: "of its containers",
  services: "of its Services"
};
function forgottenWords({ missing }, { isDeny: isDeny2, isSaidElsewhere }) {
  const verb = isDeny2 ? "deny" : "let through";
  if (!isSaidElsewhere && missing.length === 0) return "is only forgotten, and stands on in the cloud";
  return isSaidElsewhere ? `is only forgotten and stands on in the cloud; other rules of the configuration ${verb} the same` : `is only forgotten: in the cloud it goes on to ${verb} ${openText(packetsInBrief(missing))}`;
}
var POOL_LIMIT = 3;
function crosswiseWords({ pool, change, missing }, { pools }) {
  const verb = change === "undecided" ? "may or may not let" : "do not let";
  return `the groups of ${must(pool, "it is about a pool")} ${verb} nodes of ${capped(pools, POOL_LIMIT)} reach ${openText(trafficOf2(missing))}`;
}
var VERBS = {
  introduced: "is no longer let through",
  transient: "may be cut for a moment while the plan is applied",
  "pre-existing": "is not let through, before the plan and after",
  undecided: "may or may not be let through"
};
function verbOf({ change, occasion }, { need }) {
  const isNew = change === "introduced" && need !== "as-before";
  const isStanding2 = change === "pre-existing" && occasion === "audit";
  return isNew || isStanding2 ? "is not let through" : VERBS[change];
}
function rowMessage(finding2, reason) {
  const { change, row: row2, missing } = finding2;
  const { isOutdatedRange: isOutdatedRange2, doubts } = reason;
  const why = change === "undecided" ? `; it depends on ${doubtsPhrase(doubts, finding2.occasion)}` : `${change === "transient" ? "; at stake" : ""}: ${impactWords(finding2)}`;
  const hint = isOutdatedRange2 ? `; ${OUTDATED_RANGE}` : "";
  return `${rowOf(row2).id}, ${whereWords(finding2)}: ${openText(packetsInBrief(missing))} ${verbOf(finding2, reason)}${why}${hint}`;
}
var OUTDATED_RANGE = `the group lets ${FORMER_INTERNAL_SERVICES} through, which the page named until June 2025, when ${SERVICE_RANGES["internal-services"]} took its place`;
var UPGRADE_REFUSED = "other rules let these packets through, but before an upgrade CCE looks for the rule itself, as it makes it";
function whereWords(finding2) {
  return finding2.pool === void 0 ? roleWords(finding2) : `groups of ${finding2.pool}`;
}
function roleWords({ role }) {
  return ROLE_NAMES[must(role, "it is about a subject")];
}
function loadBalancerWords({ isSure }) {
  const verb = isSure ? "no longer lets" : "may no longer let";
  return `the port range was open to all and ${verb} ${SHARED_LOAD_BALANCERS} through, from where shared load balancers come; the plan does not show which load balancers the cluster has`;
}
function letInWords(finding2) {
  const { missing, change, restsOn } = finding2;
  const what = `${whereWords(finding2)}: ${openText(packetsInBrief(missing))}`;
  if (change === "introduced") return `${what} is let in, and was not before`;
  const rests = restsOn.length === 0 ? "" : `, or not, ${ifTheyStand(distinct(restsOn.map(({ row: row2 }) => row2)))}`;
  return `${what} may be let in that was not before${rests}`;
}
function openedWords({ family, byCce }, { occasion }) {
  const internet = internetWords(family);
  if (byCce === "seen") return `is open to ${internet}, by the rule that CCE made`;
  if (byCce === void 0) return `is ${occasion === "audit" ? "open" : "opened"} to ${internet}`;
  return byCce === "new" ? `will be open to ${internet}, by a rule that CCE itself makes` : `is open to ${internet}, if the rule that CCE made still stands`;
}
function openBeforeWords(open) {
  const alike2 = groupBy(open, ({ family, belief }) => `${belief} ${family}`);
  return [...alike2.values()].map((same2) => {
    const [{ family, belief }] = same2;
    const names = distinct(same2.map(({ opening: opening2 }) => openingWords(opening2))).join(", ");
    const internet = internetWords(family);
    return toText(`${names} ${OPEN_WORDS[belief](internet)}`);
  });
}
var OPEN_WORDS = {
  plan: (internet) => `was open to ${internet} before, and still is`,
  seen: (internet) => `was open to ${internet} before, as was seen, and still is`,
  recorded: (internet) => `is open to ${internet}, by a rule of CCE that is recorded as standing`,
  assumed: (internet) => `is open to ${internet}, if what CCE made still stands`,
  doubted: (internet) => `may be open to ${internet}: a rule that CCE made may still stand`
};
function openNames(open) {
  return distinct(open.map(({ opening: opening2 }) => openingWords(opening2))).map(toText);
}
function openingWords(opening2) {
  switch (opening2.kind) {
    case "all":
      return "every port";
    case "tcp":
      return "every TCP port";
    case "port": {
      const { from, to } = opening2.ports;
      return `TCP ${from === to ? from : `${from}-${to}`} (${opening2.service})`;
    }
    case "sensitive":
      return "a port";
  }
}
function twinWords(twin) {
  switch (twin.kind) {
    case "itself":
      return "itself: the new rule is made before the old one goes";
    case "rule":
      return twin.address;
    case "sensitive-rule":
      return "another rule of the group";
    case "default-rule":
      return `the rule ${twin.row.id} that CCE makes`;
    case "rule-of-new-groups":
      return "a rule that every new group has";
    case "seen-rule":
      return "a rule that the group has in the cloud, as the facts show";
    case "sensitive-default-rule":
      return "a rule that the group has already";
  }
}

// src/report/words/block-words.ts
function blockSentences(findings) {
  const [first] = findings;
  const sentences = first.row === void 0 ? statementsOf(findings) : first.reason.kind === "row" ? rowSentences(findings) : rowsWithoutPackets(findings);
  const rests = restWords(findings.flatMap(({ restsOn }) => restsOn));
  return [...sentences, ...rests].map((words) => toText(ended(words)));
}
function ended(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
function rowSentences(findings) {
  const [{ change, occasion }] = findings;
  const isOutdated = findings.some(({ reason }) => reason.kind === "row" && reason.isOutdatedRange);
  const hints = isOutdated ? [capitalised(OUTDATED_RANGE)] : [];
  if (change === "transient") return [orderWords(findings), ...hints];
  return change === "undecided" ? [...doubtSentences(doubtsIn(findings), occasion), ...hints] : hints;
}
function orderWords(findings) {
  const causes = findings.flatMap((finding2) => finding2.causes);
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === "delete,create");
  return isOldFirst ? "The old rule is destroyed before the new one is made." : "Nothing orders these changes: the old rule may go before the new ones are there.";
}
function rowsWithoutPackets(findings) {
  const ids = distinct(findings.flatMap(({ row: row2 }) => row2 === void 0 ? [] : [row2.id]));
  const told2 = findings.flatMap((finding2) => {
    const { reason } = finding2;
    if (reason.kind === "not-crosswise") return [crosswiseWords(finding2, reason)];
    if (reason.kind === "upgrade-refused") return [UPGRADE_REFUSED];
    return reason.kind === "load-balancers-unknown" ? [loadBalancerWords(reason)] : [];
  });
  const doubts = doubtsIn(findings);
  return [
    ...distinct(told2).map((words) => `${ids.join(", ")}: ${words}`),
    ...doubts.length > 0 ? doubtSentences(doubts, findings[0].occasion) : []
  ];
}
function statementsOf(findings) {
  const rows = new Set(findings.flatMap(({ row: row2 }) => row2 ?? []));
  const [first] = findings;
  const others = findings.slice(1).filter(({ row: row2 }) => row2 === void 0);
  const words = statementSentences([first, ...others]);
  if (rows.size === 0) return words;
  return [...words, `${count(rows.size, "row")} may be cut for a moment while the plan is applied.`];
}
function statementSentences(findings) {
  const [first, ...others] = findings;
  if (first.reason.kind === "opened") return first.reason.byCce === "new" ? [OPENED_BY_CCE] : [];
  const impacts = distinct(findings.map(impactWords)).map(capitalised);
  const messages = messagesOf(findings);
  if (first.change === "undecided") return messages;
  return others.length > 0 ? [...messages, ...impacts] : [[...messages, ...impacts].map(ended).join(" ")];
}
var OPENED_BY_CCE = "CCE itself makes this rule with the group.";
function messagesOf(findings) {
  const said = findings.map(messageWords);
  const areSeveral = distinct(said.map(({ subject }) => subject)).length > 1 && said.every(({ subject }) => subject !== void 0);
  if (!areSeveral) return distinct(findings.map(messageOfIt));
  return distinct(said.map(({ words }) => words)).length === 1 ? [`Each of them ${messageWords(findings[0]).words}`] : distinct(said.map(({ subject = "", words }) => `${subject} ${words}`));
}
function messageOfIt(finding2) {
  const { subject, words } = messageWords(finding2);
  if (subject === void 0) return capitalised(words);
  const [only2, ...others] = finding2.causes;
  return others.length === 0 && only2?.address === subject ? `It ${words}` : `${subject} ${words}`;
}

// src/report/words/path-words.ts
function lostPaths(findings) {
  return listPaths(findings.map(pathOf));
}
function rowPaths(rows, isBare = false) {
  return listPaths(rows.map(wholePath).map((path9) => isBare ? { ...path9, who: "" } : path9));
}
function wholePath(row2) {
  const way = row2.direction === "ingress" ? "from" : "to";
  return { row: row2, thing: row2.thing, way, who: senderOf(row2), isPart: false };
}
function senderOf({ direction, peer, table: table9 }) {
  if (direction === "egress") return "";
  const { role, networkModel } = tableWith({ table: table9 });
  const { group, others } = OWN_GROUP[role];
  if (peer === group) return others;
  const isOfPods = peer === "container-cidr" || peer === "container-subnet-cidr";
  return isOfPods && networkModel === "eni" ? "the pods" : SENDERS[peer];
}
var OWN_GROUP = {
  node: { group: "node-group", others: "other worker nodes" },
  control: { group: "control-group", others: "other masters" },
  eni: { group: "eni-group", others: "other pods" }
};
var SENDERS = {
  any: "",
  "vpc-cidr": "the VPC",
  "container-cidr": "the containers",
  "container-subnet-cidr": "the containers",
  "vpc-and-container-cidr": "the VPC and the containers",
  "master-node-cidr": "the masters",
  "dns-servers": "the DNS servers",
  "node-group": "the worker nodes",
  "control-group": "the masters",
  "eni-group": "the pods",
  "vpc-endpoint-service": "VPC endpoints",
  "internal-services": "internal services"
};
function pathOf({ row: of, reason, missing }) {
  const row2 = rowOf(of);
  const whole2 = wholePath(row2);
  if (reason.kind !== "row" || missing.some(({ traffic }) => traffic === "sensitive")) return whole2;
  const { areFewPorts, areFewPeers } = reason;
  const isKnown = missing.every(
    ({ other }) => other.kind !== "addresses" || other.names.length > 0 || other.peers.tokens.length === 0
  );
  const isOfRanges = row2.floor?.kind === "ranges";
  const isWhoTold = isKnown && (areFewPeers || isOfRanges || areFewPorts && row2.direction === "egress");
  const who = isWhoTold ? fewAddresses(distinct(missing.map(({ other }) => shortWho(other)))) : whole2.who;
  return areFewPorts ? { ...whole2, thing: partOfTraffic(row2, missing), who, isPart: true } : { ...whole2, who };
}
function fewAddresses(texts) {
  return texts.length > 2 ? SOME_ADDRESSES : andList(texts);
}
function partOfTraffic({ protocol }, missing) {
  const text2 = openText(trafficOf2(missing));
  if (text2.length <= TRAFFIC_LENGTH && !text2.includes(";")) return text2;
  return protocol === "all" ? "some traffic" : `some ${protocol.toUpperCase()}`;
}
var TRAFFIC_LENGTH = 45;
var SHOWN = 3;
function listPaths(paths) {
  const own = paths.filter((path9) => !paths.some((other) => other !== path9 && isSaidBy(path9, other)));
  const named2 = [...groupBy(own, ({ thing, way, who }) => JSON.stringify([thing, way, who])).values()].map(
    (same2) => ({ ...same2[0], name: nameOf(same2) })
  );
  const things = [...groupBy(named2, ({ name, way }) => `${way} ${name}`).values()].map((same2) => {
    const [{ name, way }] = same2;
    const whos = distinct(same2.flatMap(({ who }) => who === "" ? [] : [who]));
    return { name, end: whos.length === 0 ? "" : ` ${way} ${fewAddresses(whos)}` };
  });
  const shown = things.length > SHOWN + 1 ? things.slice(0, SHOWN) : things;
  const left = things.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : "";
  const groups = [...groupBy(shown, ({ end }) => end).values()].map((same2) => {
    const names = same2.map(({ name }) => name);
    return `${left > 0 ? names.join(", ") : andList(names)}${same2[0].end}`;
  });
  return `${left > 0 ? groups.join(", ") : andList(groups)}${more}`;
}
function nameOf([{ row: row2, thing, isPart }, ...others]) {
  const hasTwin = tableWith(row2).rows.some(
    (other) => other.thing === row2.thing && other.protocol !== row2.protocol && other.peer === row2.peer
  );
  return hasTwin && !isPart && others.length === 0 ? `${thing} over ${row2.protocol.toUpperCase()}` : thing;
}
function isSaidBy({ row: row2, way, who }, other) {
  const isAll = other.row.ports === "all" && !other.isPart && row2.ports !== "all";
  const isSameProtocol = other.row.protocol === "all" || other.row.protocol === row2.protocol;
  return isAll && isSameProtocol && other.way === way && other.who === who && who !== "";
}

// src/report/words/headline-words.ts
function headlineOf(...findings) {
  const [first, ...others] = findings;
  const told2 = first.row === void 0 ? [first, ...others.filter(({ row: row2 }) => row2 === void 0)] : findings;
  return toText(capitalised(headlineWords(told2)));
}
function headlineWords(told2) {
  const [first] = told2;
  const { reason, change } = first;
  if (reason.kind === "row") {
    const moment = change === "transient" ? " for a moment" : "";
    return `${whoLoses(first)} ${lossVerb(told2)} ${lostPaths(told2)}${moment}`;
  }
  if (reason.kind === "deny-of-unknown-rank") {
    return `${whoLoses(first)} may lose ${rowPaths(reason.rows)}: a deny may win`;
  }
  if (reason.kind === "load-balancers-unknown") {
    const rows = told2.map(({ row: row2 }) => rowOf(row2));
    return `load balancers may no longer reach ${rowPaths(rows, true)}`;
  }
  if (reason.kind === "not-crosswise") {
    const verb = change === "undecided" ? "may" : "do";
    return `nodes of one pool ${verb} not reach ${openText(trafficOf2(first.missing))} of another`;
  }
  if (reason.kind === "opened") {
    const how = OPENED3[reason.byCce ?? (first.occasion === "audit" ? "seen" : "plan")];
    return `${openingWords(reason.opening)} of the ${whoLoses(first)} ${how} to ${internetWords(reason.family)}`;
  }
  if (reason.kind === "let-in") return letInHeadline(first);
  if (reason.kind === "key-renamed") return renamedHeadline(reasonsOf(told2, "key-renamed"));
  if (reason.kind === "repeats") return repeatsHeadline(reasonsOf(told2, "repeats"));
  if (reason.kind === "rules-shift") return shiftHeadline(reasonsOf(told2, "rules-shift"));
  if (reason.kind === "rule-problem") return problemHeadline(reasonsOf(told2, "rule-problem"));
  return thingHeadline(first, reason);
}
function reasonsOf(findings, kind) {
  const isOf2 = (reason) => reason.kind === kind;
  return findings.map(({ reason }) => reason).filter(isOf2);
}
function whoLoses({ role, row: row2 }) {
  return `${MEMBERS[role ?? (row2 === void 0 ? "node" : tableWith(row2).role)]}s`;
}
function lossVerb(findings) {
  const [{ change, occasion }] = findings;
  const wasThere = findings.some(({ reason }) => reason.kind === "row" && reason.need === "as-before");
  if (change === "transient") return "may lose";
  if (change === "pre-existing") return occasion === "audit" ? "lack" : "still lack";
  const verb = wasThere && occasion === "plan" ? "lose" : "lack";
  return change === "undecided" ? `may ${verb}` : verb;
}
var OPENED3 = {
  plan: "is opened",
  new: "will be open",
  assumed: "may be open",
  seen: "is open"
};
function renamedHeadline(reasons) {
  const rows = distinct(reasons.flatMap(({ lost }) => lost.map(({ row: row3 }) => row3)));
  const [row2] = rows;
  if (row2 === void 0) return "a rule is refused at its new address, and lost at its old one";
  const who = whoLoses({ role: void 0, row: row2 });
  return `${who} lose ${rowPaths(rows)} until the next apply: a renamed rule is refused`;
}
function repeatsHeadline(reasons) {
  const isSure = reasons.some(({ twin }) => !("isSure" in twin) || twin.isSure);
  const n = reasons.length;
  const [what, ...others] = distinct(reasons.map(({ twin }) => repeatedWords(twin)));
  const verb = isSure ? n === 1 ? "repeats" : "repeat" : "may repeat";
  const twins = what === void 0 || others.length > 0 ? "rules that exist" : what;
  return `${n === 1 ? "a new rule" : `${n} new rules`} ${verb} ${twins}`;
}
function repeatedWords(twin) {
  switch (twin.kind) {
    case "itself":
      return "the old one, which goes only afterwards";
    case "rule":
      return `the rule ${shortLabel(twin.address)}`;
    case "default-rule":
      return `CCE’s own for ${rowPaths([twin.row])}`;
    case "rule-of-new-groups":
      return "what every new group has";
    case "sensitive-rule":
    case "sensitive-default-rule":
    case "seen-rule":
      return "a rule that the group has";
  }
}
function shiftHeadline(reasons) {
  const rules = reasons.reduce((sum, reason) => sum + reason.rules, 0);
  return `${count(rules, "rule changes its place", "rules change places")}, and may be refused`;
}
function problemHeadline(reasons) {
  const refused2 = reasons.filter(({ problem }) => problem.kind === "refused").length;
  if (refused2 === 0) {
    return `${count(reasons.length, "rule becomes", "rules become")} something else than is written`;
  }
  const rest = reasons.length > refused2 ? ", and others become something else" : "";
  return `${count(refused2, "rule is", "rules are")} refused, and the apply stops${rest}`;
}
function letInHeadline(first) {
  const who = whoLoses(first);
  const what = openText(packetsInBrief(first.missing));
  return first.change === "undecided" ? `${who} may newly let in ${what}` : `${who} newly let in ${what}`;
}
function thingHeadline(finding2, reason) {
  const { cluster = "", group } = finding2;
  const named2 = group === void 0 || group.isNameless ? "" : ` ${group.shown}`;
  switch (reason.kind) {
    case "rules-not-known":
      return notKnownHeadline(finding2, reason);
    case "group-goes":
      return `security group${named2} is ${reason.isReplaced ? "replaced" : "destroyed"} while it is in use`;
    case "pool-replaced":
      return `all nodes of ${shortLabel(reason.address)} are made anew`;
    case "cluster-replaced":
      return `cluster ${cluster} is deleted and made anew`;
    case "group-renamed":
      return `the ${reason.what} of a group that CCE made changes`;
    case "egress-rules-idle": {
      const verb = reason.isSure ? reason.rules === 1 ? "changes" : "change" : "may change";
      return `${count(reason.rules, "new egress rule")} ${verb} nothing`;
    }
    case "group-not-named":
      return `nothing names the new security group${named2}`;
    case "ranges-overlap":
      return `ranges of the ${reason.of.map((range) => OVERLAPS[range]).join(" and the ")} overlap`;
    case "waiver-idle":
      return reason.state === "expired" ? "a waiver has expired" : "a waiver hides nothing";
    case "upgrade-refused":
      return impactWords(finding2);
    case "facts-flawed":
      return reason.flaw.kind === "old" ? "facts are old" : "facts show nothing of this plan";
    case "facts-otherwise":
      return reason.than === "facts" ? "files of facts contradict one another" : "the facts contradict the state";
    case "no-table":
      return reason.of === "ipv6" ? "IPv6 is not judged" : `no table for the network type of ${cluster}`;
    case "forgotten":
    case "group-not-placed":
    case "model-not-known":
    case "cluster-not-shown":
    case "group-not-found":
    case "entry-unused":
    case "entry-contradicts":
    case "record-troubled":
    case "rules-alike":
    case "rule-idle":
    case "sister-cluster":
    case "packet-filters-change":
      return HEADLINES[reason.kind];
  }
}
function notKnownHeadline({ pool }, { rows }) {
  const whose = pool === void 0 ? "a group" : `the groups of ${shortLabel(pool)}`;
  return `${count(rows, "row")} cannot be judged: the rules of ${whose} are not known`;
}
var OVERLAPS = { vpc: "VPC", containers: "containers", services: "Services" };
var HEADLINES = {
  forgotten: "a rule is forgotten and stands on",
  "group-not-placed": "a security group cannot be placed",
  "model-not-known": "a cluster’s network model is not known",
  "cluster-not-shown": "a cluster is not shown",
  "group-not-found": "a group that the configuration names is not there",
  "entry-unused": "an entry of the configuration matches nothing",
  "entry-contradicts": "the configuration contradicts the plan",
  "record-troubled": "`default-rules` of the configuration does not fit",
  "rules-alike": "rules say the same",
  "rule-idle": "rules do nothing beside a wider one",
  "sister-cluster": "a cluster of another provider is not judged",
  "packet-filters-change": "a firewall or network ACL changes, which is not judged"
};

// src/report/words/fix-words.ts
var ADDRESS_LIMIT2 = 3;
function fixSentence(fix) {
  return toText(`${capitalised(stepWords(fix.step))}${effectsPart(fix)}.`);
}
function fixTitle({ step }) {
  return toText(stepWords(step));
}
function effectTexts({ effects }) {
  return effects.map((effect) => toText(effectWords(effect)));
}
function stageCommand({ targets, program }) {
  return toText([`${program} apply`, ...targets.map((target) => shellWord(`-target=${target}`))].join(" "));
}
function shellWord(text2) {
  return /^[\w./=:-]+$/.test(text2) ? text2 : `'${text2.replaceAll("'", "'\\''")}'`;
}
function fixProof({ effects, kind }) {
  const shown = effects.map(effectWords).join("; ");
  return toText(
    kind === "waive" || kind === "configuration" || kind === "facts" ? shown : `proved: ends the finding${shown === "" ? "" : `; ${shown}`}`
  );
}
function stepWords(step) {
  switch (step.kind) {
    case "undo":
      return undoWords(step);
    case "move":
      return `say by a \`moved\` block that ${capped(
        step.moves.map(({ from, to }) => `\`${from}\` is \`${to}\` now`),
        ADDRESS_LIMIT2
      )}, so that nothing is made or destroyed`;
    case "import":
      return `import the rule that stands as \`${step.address}\`${step.id === void 0 ? " (its id is in the console, or in what `cce-plan-guard facts` writes)" : ""}`;
    case "reimport":
      return `import the rule that exists as \`${step.to}\`, and let go of \`${step.from}\` by a \`removed\` block with \`destroy = false\``;
    case "old-first":
      return `leave \`create_before_destroy\` of ${addressList(step.addresses)} out, so that the old rule goes first`;
    case "new-first":
      return `give ${addressList(step.addresses)} \`lifecycle { create_before_destroy = true }\`, so that the new rule is there before the old one goes`;
    case "stages":
      return `apply in two steps, ${step.rules === 1 ? "the new rule" : "the new rules"} first${step.newFirst.length === 0 ? "" : `, with \`lifecycle { create_before_destroy = true }\` on ${addressList(step.newFirst)}`}`;
    case "merge-first":
      return `merge ${step.rules === 1 ? "the new rule first, as a block of its own," : "the new rules first, as blocks of their own,"} and apply; then merge this change without ${addressList(step.left)}, in whose place ${step.rules === 1 ? "it stands" : "they stand"} by then, and apply`;
    case "no-default-rules":
      return `set \`delete_default_rules = true\` on ${addressList(step.addresses)}, which is made without these rules then`;
    case "add-rules":
      return `add ${count(step.rules, "rule")}${step.isFirst ? FIRST : ""}`;
    case "outrank":
      return `add ${count(step.rules, "allow rule")} that win against the deny by their priority${step.isFirst ? FIRST : ""}`;
    case "less-deny":
      return lessDenyWords(step);
    case "default-rule-priority":
      return `say \`default-rule-priority: ${String(step.value)}\`, if that is the priority of rules that CCE and the v2 API make`;
    case "default-rules":
      return step.rows === "standing" ? "record that these rules of CCE still stand, if they do" : "record that these rules of CCE are gone, if they are";
    case "look":
      return "look at the cloud: `cce-plan-guard facts --plan PLAN --output facts.json`, and judge with `--facts facts.json`";
    case "waive":
      return `accept it until ${step.until}`;
  }
}
function lessDenyWords(step) {
  return [
    ...step.removed.length > 0 ? [`remove the deny ${addressList(step.removed)}`] : [],
    ...step.left.length > 0 ? [`leave the deny ${addressList(step.left)} out`] : [],
    ...step.narrowed.map(
      ({ address, name, value }) => `${name === "priority" ? "weaken" : "narrow"} the deny \`${address}\` to \`${name} = ${value}\``
    ),
    ...step.rules > 0 ? [`add ${count(step.rules, "allow rule")}`] : []
  ].join(", and ");
}
var FIRST = ", in an apply before the rest of the plan";
function undoWords(step) {
  const { gone, changed, made, attributes: attributes2, values: values2, isDeny: isDeny2 } = step;
  const blocks = distinct([...gone, ...changed, ...made].map(blockAddress));
  const [block] = blocks;
  if (block !== void 0 && blocks.length === 1 && changed.length > 1) {
    return `take back what shifts the instances of \`${block}\` (an entry that came or went before others)`;
  }
  const what = attributes2.length === 0 || changed.length > 1 ? "the change" : attributeList(attributes2);
  return [
    ...gone.length > 0 ? [`put ${addressList(gone)} back`] : [],
    ...changed.length > 0 ? [
      `undo ${what} of ${addressList(changed)}${changed.length === 1 ? valueWords(values2, attributes2) : ""}`
    ] : [],
    ...made.length > 0 ? [`leave ${isDeny2 ? "the deny " : ""}${addressList(made)} out`] : []
  ].join(", and ");
}
function valueCode(value) {
  return `\`${value.replace(/^"(.*)"$/, "$1")}\``;
}
function valueWords(values2, told2) {
  if (values2.length === 0) return "";
  const each = values2.map(
    ({ name, value, instead }) => [
      ...values2.length === 1 && told2.length === 1 ? [] : [`\`${name}\``],
      ...instead === void 0 ? [] : [valueCode(instead)],
      `back to ${valueCode(value)}`
    ].join(" ")
  );
  return ` (${each.join(", ")})`;
}
function blockAddress(text2) {
  const address = parseAddress(text2);
  return address === void 0 ? text2 : `${moduleText(address.modules)}${address.block}`;
}
function attributeList(attributes2) {
  return `the change of ${capped(
    attributes2.map((attribute) => `\`${attribute}\``),
    ADDRESS_LIMIT2
  )}`;
}
function addressList(addresses) {
  return capped(
    addresses.map((address) => `\`${address}\``),
    ADDRESS_LIMIT2
  );
}
function effectsPart({ effects }) {
  const told2 = effects.filter(({ kind }) => kind !== "opens-nothing");
  return told2.length === 0 ? "" : `: ${told2.map(effectWords).join("; ")}`;
}
function effectWords(effect) {
  switch (effect.kind) {
    case "opens-nothing":
      return "opens nothing that is closed today";
    case "opens-rows":
      return `opens only what ${capped(effect.rows, ROW_LIMIT)} ask${effect.rows.length === 1 ? "s" : ""} for`;
    case "egress-stays-open":
      return `egress stays as open as it is, so ${count(effect.rules, "new rule does", "new rules do")} nothing`;
    case "ends-more":
      return `${count(effect.findings, "more finding ends", "more findings end")} with it`;
    case "then":
      return effect.conclusion === "pass" ? "then the plan passes" : "the plan fails all the same";
    case "shows":
      return `it shows ${doubtsPhrase(effect.doubts, "plan")}`;
    case "shows-group":
      return effect.what === "rules" ? "it shows which rules the group has" : "it shows whose group it is";
    case "becomes":
      return effect.isHeld ? "then the rows hold" : "then the rows count as missing";
  }
}
var ROW_LIMIT = 8;
function whyNoFixWords(why) {
  if (why.kind !== "order") return toText(WHY_NONE[why.kind]);
  return why.order === "found" ? toText(ORDER_ALONE) : whyNoOrderWords(why.order);
}
var ORDER_ALONE = "No rule has to be another one: it is cut by the order of the apply alone, and `cce-plan-guard fix --order` has an order in which it is not.";
var WHY_NONE = {
  "none-holds": "No change of rules that was tried ends this without leaving or bringing another finding.",
  notice: "It is a notice: nothing has to be mended.",
  "not-of-rules": "No change of rules is known that ends this.",
  "not-tried": "Nothing was tried, because it would take too long here."
};
function whyNoOrderWords(why) {
  switch (why.kind) {
    case "equal-rules":
      return toText(
        `No order helps: ${addressList(why.addresses)} ${why.addresses.length === 1 ? "says" : "say"} the same as a rule that goes, and the API refuses an equal rule (409) while the old one stands. Take the change back, or say by a \`moved\` block that it is the same rule.`
      );
    case "same-again":
      return toText(
        `No order helps: ${addressList(why.addresses)} ${why.addresses.length === 1 ? "is" : "are"} destroyed and made again, and ${why.addresses.length === 1 ? "says" : "say"} the same as before; the API refuses an equal rule (409) while the old one stands. Take the change back.`
      );
    case "comes-along":
      return toText(
        `No order can be told: the new rules need, or may need, ${addressList(why.addresses)}, so \`-target\` takes these changes along; and nothing that could be merged before them keeps every row all the time.`
      );
    case "not-transient":
      return toText("The order of applies has nothing to do with it.");
    case "none-holds":
      return toText(
        "No order that was tried keeps every row all the time: neither new rules in an apply of their own, nor in a change that is merged before."
      );
    case "not-tried":
      return toText(WHY_NONE[why.kind]);
  }
}
function orderProof({ stages: [stage] }) {
  return toText(
    stage === void 0 ? "proved: nothing is cut while it is applied" : `proved: each apply was judged by itself, and nothing is cut, whatever order ${PROGRAM_NAMES[stage.program]} chooses`
  );
}
function moduleWords(module) {
  return toText(`in the module of \`${module.replace(/\.$/, "")}\``);
}

// src/report/words/remedy-words.ts
function remedyOf(...findings) {
  const [{ check: check2, remedy, reason, occasion, fixes }] = findings;
  if (occasion === "audit" && reason.kind === "rules-not-known") return toText(LOOK_AT_ALL);
  const fix = fixes?.first();
  if (remedy.kind === "tell-value") {
    const deciding = toText(decidingWords(doubtsIn(findings), occasion));
    return fix === void 0 ? deciding : say`${deciding} Or do without: ${fixSentence(fix)}`;
  }
  if (remedy.kind === "admit-pools") return toText(REMEDIES[remedy.kind]);
  if (fix !== void 0 && remedy.kind === "pool-beside")
    return say`${fixSentence(fix)} ${toText(REMEDIES[remedy.kind])}`;
  if (fix !== void 0) return fixSentence(fix);
  if (reason.kind === "rule-problem") return toText(repairWords(reason.problem.flaw));
  if (remedy.kind === "of-check") return toText(check2.remedy);
  if (occasion === "audit" && remedy.kind === "prove") return toText(ADD_RULES);
  if (remedy.kind !== "prove") return toText(REMEDIES[remedy.kind]);
  const why = fixes?.whyNone();
  if (isDeposed(reason)) return toText(DEPOSED);
  return why === void 0 ? toText(ASK) : whyNoFixWords(why);
}
function remedyLabel({ change }) {
  return change === "undecided" ? "to decide" : "to mend";
}
var ENDED_ABOVE = toText("As above: the same change ends this, too.");
function withoutFixWords(...findings) {
  const [{ fixes, remedy }] = findings;
  const why = fixes?.whyNone();
  if (why === void 0) return void 0;
  const hasOther = why.kind !== "notice" && remedy.kind !== "prove";
  return hasOther ? say`${whyNoFixWords(why)} ${remedyOf(...findings)}` : whyNoFixWords(why);
}
var ADD_RULES = "Add rules that let these packets through. A deny that stops them has to be narrowed, or to go, first.";
var ASK = "Ask what mends it: `cce-plan-guard fix PLAN`.";
function isDeposed(reason) {
  return reason.kind === "key-renamed" && reason.isDeposed;
}
var DEPOSED = "The old rule is a leftover (deposed), which no `moved` block reaches: let it go in an apply of its own (`-target`), and make the new one in the one that follows at once.";
var LOOK_AT_ALL = "Look at the whole project, with what lists its groups and their rules: `cce-plan-guard facts --output facts.json`.";
var REMEDIES = {
  "stable-keys": "Give each rule a key that does not shift (`for_each` over names); else apply again until the plan is empty.",
  "name-load-balancers": "Name the load balancers in `load-balancer-cidrs` of the configuration file, or say an empty list there.",
  "narrow-later": "Import the rule that CCE makes into Terraform once it is there, and name the address ranges that need the port.",
  "pool-beside": "If the nodes must not all go at once: make a second pool with the new groups, move the workload, and remove the old pool in a later plan.",
  "tell-model": "Say `network-model` and the CIDRs of the cluster in the configuration file.",
  "admit-pools": "Add rules that let members of the other pools’ groups reach these ports, or put one group on all pools.",
  "name-group": "If nodes are meant to be in it, name it in `security_group_ids` of a node pool or `security_group_id` of the cluster; one that exists is made anew by that. Else there is nothing to do.",
  "check-filters": "See that the subnets of the cluster keep their way through the firewall or network ACL.",
  "look-again": "Plan again, and look again at the project that the plan is for: `cce-plan-guard facts --plan plan.json --output facts.json`.",
  "keep-one": "Keep one of them and remove the others.",
  "remove-idle": "Remove it. If the other one lets through more than it should, narrow that one instead.",
  "add-own-rule": "Add the rule as the row says it, for members of that group, beside the others.",
  "show-cluster": "Add the data source of the cluster to the configuration, so that its network model is known."
};

// src/report/blocks.ts
function blocksOf({ findings }) {
  const told2 = sharedByPools(findings.filter((finding2) => !isWaived(finding2)));
  const alike2 = groupBy(told2, subjectKey);
  const blocks = [...alike2.values()].flatMap((some) => connectedBy(some, handlesOf)).map(blockOf).sort((a, b) => byGravity(a.severity, b.severity));
  const apart = apartWords(blocks);
  return {
    blocks: withEndedAbove(blocks).map((block, i) => ({
      ...block,
      apart: must(apart[i], "each block is told apart")
    })),
    waived: findings.filter(isWaived)
  };
}
function withEndedAbove(blocks) {
  const above = /* @__PURE__ */ new Set();
  return blocks.map((block) => {
    const { plan, cluster, change, fixes } = block;
    const { step, adds, removes } = fixes?.first() ?? {};
    if (step === void 0 || change === "undecided") return block;
    const key = JSON.stringify([plan, cluster, step, adds, removes]);
    if (above.has(key)) return { ...block, remedyBelow: ENDED_ABOVE };
    above.add(key);
    return block;
  });
}
function isMild({ change }) {
  return change === "transient" || change === "undecided";
}
function exampleOf(finding2) {
  const { witness } = finding2;
  return witness === void 0 || isMild(finding2) ? void 0 : witnessText(witness);
}
function isWaived(finding2) {
  return finding2.waived !== void 0;
}
function sharedByPools(findings) {
  return [...groupBy(findings, sameForPools).values()].map((all) => ({
    finding: all[0],
    all,
    pools: distinct(all.flatMap(({ pool }) => pool ?? []))
  }));
}
function sameForPools(finding2) {
  const { plan, cluster, group, pool, change, severity, check: check2, row: row2, reason, missing, causes } = finding2;
  if (pool === void 0 || row2 === void 0 || reason.kind !== "row") return finding2.fingerprint;
  const said = [plan, cluster, group?.key, change, severity, check2.id, row2.id, reason, missing];
  return JSON.stringify(
    [...said, causes.map(({ address }) => address)],
    (_, value) => typeof value === "bigint" ? value.toString() : value
  );
}
function subjectKey({ finding: finding2, pools }) {
  const { plan, cluster, group, change, severity, row: row2, check: check2, reason } = finding2;
  if (changesPlaces(finding2)) return JSON.stringify([plan, cluster, severity, "shift", group?.key]);
  const kind = row2 === void 0 ? check2.id : reason.kind;
  const subject = reason.kind === "not-crosswise" ? [] : [group?.key, pools];
  return JSON.stringify([plan, cluster, change, severity, kind, subject]);
}
function changesPlaces({ remedy }) {
  return remedy.kind === "stable-keys";
}
function handlesOf({ finding: finding2 }) {
  const { causes, change, reason, row: row2 } = finding2;
  if (reason.kind === "repeats" && reason.twin.kind === "rule-of-new-groups" && reason.twin.isSure) {
    return [reason.twin.kind];
  }
  if (row2 !== void 0 && reason.kind !== "row") return [reason.kind];
  const doubts = reason.kind === "row" ? reason.doubts : [];
  if (doubts.length > 0) return doubts.map((doubt) => JSON.stringify(doubt));
  if (causes.length === 0) return [""];
  const isOfBlock = change === "transient" || changesPlaces(finding2);
  return causes.map(({ address }) => isOfBlock ? blockOfAddress(address) : address);
}
function blockOfAddress(address) {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(" ");
}
function causeCount(blocks) {
  const caused = blocks.filter(({ causes }) => causes.length > 0);
  return connectedBy(
    caused,
    ({ plan, causes }) => causes.map(({ address }) => JSON.stringify([plan, address]))
  ).length;
}
function blockOf(told2) {
  const [{ finding: first }, ...others] = told2;
  const findings = [first, ...others.map(({ finding: finding2 }) => finding2)];
  const remedy = remedyOf(...findings);
  const isOfCluster = first.reason.kind === "not-crosswise";
  return {
    severity: first.severity,
    // Rows tell more than what is said of the rules beside them.
    change: (findings.find(({ row: row2 }) => row2 !== void 0) ?? first).change,
    checks: distinct(findings.map(({ check: check2 }) => check2)),
    title: headlineOf(...findings),
    plan: first.plan,
    cluster: first.cluster,
    group: isOfCluster ? void 0 : first.group,
    pools: isOfCluster ? [] : distinct(told2.flatMap(({ pools }) => pools)),
    rows: findings.flatMap(rowsOfBlock).sort((a, b) => inPageOrder(a.row, b.row)),
    named: [...distinct(findings.flatMap(namedRows))].sort(inPageOrder),
    sentences: blockSentences(findings),
    causes: causesOfAll(findings),
    example: findings.map(exampleOf).find((example) => example !== void 0),
    ...{ remedy, remedyBelow: remedy, apart: [] },
    fixes: first.fixes,
    findings: [...told2[0].all, ...others.flatMap(({ all }) => all)]
  };
}
function causesOfAll(findings) {
  const causes = firstOfEach(
    findings.flatMap((finding2) => finding2.causes),
    ({ address }) => address
  );
  return [...causes].sort((a, b) => compare(a.address, b.address));
}
function rowsOfBlock(finding2) {
  const { row: row2, missing, reason } = finding2;
  if (row2 === void 0) return [];
  if (reason.kind === "not-crosswise") return [{ row: row2, packets: void 0, impact: void 0 }];
  const impact = impactOf(finding2);
  const phrases = missing.length === 0 ? [void 0] : packetPhrases(missing);
  return phrases.map((packets) => ({ row: row2, packets, impact }));
}
function namedRows({ row: row2, reason }) {
  if (reason.kind === "repeats") return reason.twin.kind === "default-rule" ? [reason.twin.row] : [];
  return rowsOf({ row: row2, reason });
}
function inPageOrder(a, b) {
  return a.table - b.table || a.number - b.number;
}

// src/report/verdict.ts
function verdictMark(report) {
  if (report.conclusion === "fail") return { mark: "✖", word: "fail" };
  if (stopsApply(report)) return { mark: "▲", word: `pass, ${STOPS}` };
  const isUnjudged = isNothingJudged(report) && unplacedGroups(report) > 0;
  return { mark: report.summary.critical > 0 || isUnjudged ? "▲" : "✔", word: "pass" };
}
var STOPS = "but the apply will stop";
function stopsApply({ findings }) {
  return findings.some(({ reason, waived }) => waived === void 0 && isRefused(reason));
}
function isRefused(reason) {
  if (reason.kind === "repeats") return !("isSure" in reason.twin) || reason.twin.isSure;
  if (reason.kind === "rule-problem") return reason.problem.kind === "refused";
  return reason.kind === "group-goes" || reason.kind === "key-renamed";
}
function verdictOf(report, blocks) {
  const { unreported } = report;
  const verdict = verdictWords(report, blocks);
  if (unreported.length === 0) return verdict;
  return say`no report of ${capped(unreported.map(shownValue), NAME_LIMIT)}, not judged · ${verdict}`;
}
var NAME_LIMIT = 5;
function verdictWords(report, blocks) {
  const { critical, warning } = report.summary;
  const counts = countsText(report.summary);
  if (isNothingJudged(report)) {
    return toText([notJudged(report), counts].filter((part) => part !== void 0).join(" · "));
  }
  if (counts === void 0) return toText(nothingWrong(report));
  const isSame2 = blocks.some(movesPackets) ? void 0 : identical(report);
  const causes = causeCount(blocks);
  const isTold = causes > 0 && causes < critical + warning;
  const scope = blocks.some(isFilterChange) ? "security groups only" : void 0;
  const parts = [counts, ...isTold ? [count(causes, "cause")] : [], isSame2, scope];
  return toText(parts.filter((part) => part !== void 0).join(" · "));
}
function notJudged({ findings }) {
  const unplaced = unplacedGroups({ findings });
  if (unplaced > 0) return `nothing judged: ${count(unplaced, "security group")} cannot be placed`;
  const sisters = findings.filter(({ reason }) => reason.kind === "sister-cluster").length;
  const others = sisters === 0 ? "" : `, but ${count(sisters, "cluster")} of another provider`;
  return `nothing to judge: no CCE cluster or group of one in this run${others}`;
}
function isNothingJudged({ plans }) {
  return !plans.some(({ showsCluster }) => showsCluster);
}
function unplacedGroups({ findings }) {
  return findings.filter(({ reason }) => reason.kind === "group-not-placed").length;
}
function isFilterChange({ findings }) {
  return findings.some(({ reason }) => reason.kind === "packet-filters-change");
}
function movesPackets({ change, checks }) {
  return change === "introduced" && checks.some(({ about: about2 }) => about2 === "packets");
}
function countsText({ critical, warning, notice: notice2 }) {
  const counts = [
    ...critical > 0 ? [`${critical} critical`] : [],
    ...warning > 0 ? [count(warning, "warning")] : [],
    ...notice2 > 0 ? [count(notice2, "notice")] : []
  ];
  return counts.length === 0 ? void 0 : counts.join(", ");
}
function nothingWrong(report) {
  const { plans, findings } = report;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const rules = plans.reduce((sum, plan) => sum + plan.ruleChanges, 0);
  const rest = findings.length > 0 ? `${count(findings.length, "finding is", "findings are")} waived` : rowsThatHold(report);
  if (report.cloud !== void 0) return rest;
  if (changes === 0) return `nothing changes, ${rest}`;
  return identical(report) ?? `${rules === 0 ? "no rule changes" : rulesChange(rules)}, ${rest}`;
}
function rowsThatHold({ holds: { rows }, untouched: untouched2 }) {
  const open = new Set(
    untouched2.flatMap((finding2) => {
      const { plan, cluster, pool, group } = finding2;
      return rowsOf(finding2).map(({ id }) => JSON.stringify([plan, cluster, pool, group?.key, id]));
    })
  ).size;
  if (open > 0) return `${count(rows, "row holds", "rows hold")}, ${open} cannot be decided`;
  return rows === 0 ? "no table applies" : `all ${count(rows, "row holds", "rows hold")}`;
}
function identical({ plans }) {
  const changing = plans.filter(({ ruleChanges }) => ruleChanges > 0);
  if (changing.length === 0 || !changing.every(({ isUnchanged }) => isUnchanged)) return void 0;
  const rules = changing.reduce((sum, { ruleChanges }) => sum + ruleChanges, 0);
  const names = distinct(changing.flatMap(({ unchangedIf }) => unchangedIf));
  return names.length === 0 ? `${rulesChange(rules)}, the effective rule sets are identical` : `${rulesChange(rules)}; nothing that is let through changes ${ifTheyStand(names)}`;
}
function rulesChange(n) {
  return count(n, "rule changes", "rules change");
}

// src/version.ts
var VERSION = "0.1.0";

// src/facts/facts.ts
var NO_FACTS = { told: [], seen: /* @__PURE__ */ new Map(), lookedAt: [] };

// src/plan/document/schema.ts
var schema_exports = {};
__export(schema_exports, {
  moduleBlock: () => moduleBlock,
  moduleCall: () => moduleCall,
  planDocument: () => planDocument,
  plannedChange: () => plannedChange,
  resourceBlock: () => resourceBlock,
  resourceChange: () => resourceChange,
  stateModule: () => stateModule,
  stateResource: () => stateResource
});
var attributes = custom(isRecord);
var list = custom((value) => Array.isArray(value));
var object2 = nullish(attributes);
var action = picklist(["no-op", "create", "read", "update", "delete", "forget"]);
var plannedChange = object({
  actions: pipe(array(action), minLength(1)),
  before: object2,
  after: object2,
  after_unknown: optional(unknown()),
  before_sensitive: optional(unknown()),
  after_sensitive: optional(unknown()),
  replace_paths: optional(array(list))
});
var resourceChange = object({
  address: string(),
  previous_address: optional(string()),
  mode: optional(string(), "managed"),
  type: string(),
  deposed: optional(string()),
  change: plannedChange
});
var stateResource = object({
  address: string(),
  mode: optional(string(), "managed"),
  type: string(),
  deposed_key: optional(string()),
  values: object2,
  sensitive_values: optional(unknown())
});
var expressions = optional(attributes, {});
var beyondArguments = {
  count_expression: optional(unknown()),
  depends_on: optional(array(string()))
};
var resourceBlock = object({
  address: string(),
  provider_config_key: optional(string()),
  expressions,
  for_each_expression: optional(unknown()),
  ...beyondArguments
});
var moduleCall = object({
  source: optional(string()),
  expressions,
  for_each_expression: optional(unknown()),
  ...beyondArguments,
  module: optional(unknown(), {})
});
var moduleBlock = object({
  resources: optional(list, []),
  module_calls: optional(attributes, {}),
  outputs: optional(attributes, {}),
  variables: optional(attributes, {})
});
var stateModule = object({
  resources: optional(list, []),
  child_modules: optional(list, [])
});
var planDocument = object({
  format_version: string(),
  terraform_version: optional(string(), ""),
  errored: optional(boolean(), false),
  complete: optional(boolean()),
  timestamp: fallback(optional(string()), void 0),
  variables: optional(attributes, {}),
  resource_changes: optional(list, []),
  resource_drift: optional(list, []),
  deferred_changes: optional(list, []),
  prior_state: optional(attributes),
  configuration: optional(attributes)
});

// src/plan/document/trouble.ts
function inputError(message) {
  return { kind: "input-error", message };
}
var Damaged = class extends Error {
  constructor(input) {
    super(input.message);
    this.input = input;
  }
  input;
};
function parsePart(part, value, where) {
  if (!isRecord(value)) throw new Damaged(damaged(where, []));
  const result = safeParse(part, value);
  if (!result.success) throw new Damaged(damaged(where, result.issues));
  return result.output;
}
function nestingError(what) {
  return inputError(
    `has ${what} nested too deeply to be a plan. Make it again: terraform show -json FILE > plan.json`
  );
}
function damaged(where, issues) {
  const keys = issues[0]?.path?.flatMap(({ key }) => isFormatKey(key) ? [key] : []) ?? [];
  const named2 = keys.join(".");
  const place2 = named2 === "" ? where : `${where}, key \`${named2}\`,`;
  return inputError(
    `is not a plan as Terraform writes it: ${place2} has an unexpected form. Make it again: terraform show -json FILE > plan.json`
  );
}
function isFormatKey(key) {
  return typeof key === "string" && FORMAT_KEYS.has(key);
}
var FORMAT_KEYS = new Set(
  Object.values(schema_exports).flatMap((part) => Object.keys(part.entries))
);
var MAKE_AGAIN = "Make it again, whole: terraform show -json FILE > plan.json";
var LACKING = {
  configuration: `has no \`configuration\`: references to values that are not known yet lead nowhere. ${MAKE_AGAIN}`,
  prior_state: `has no \`prior_state\`: what data sources have read is not known. ${MAKE_AGAIN}`
};
function cautionsOf({ lacks: lacks2, formatVersion }) {
  const isOld = formatVersion.startsWith("0.");
  return [
    ...lacks2.map((part) => LACKING[part]),
    ...isOld ? [`is of the old format ${formatVersion}, which tells neither drift nor why something is replaced`] : []
  ];
}

// src/plan/document/bad-input.ts
var MAKE_JSON = "terraform show -json FILE > plan.json";
var PLAN_AND_MAKE_JSON = `terraform plan -out=FILE && ${MAKE_JSON}`;
var starts = (bytes, ...prefix) => prefix.every((byte, i) => bytes[i] === byte);
var EMPTY2 = inputError(
  `is empty. Did the command that writes it fail? Look at its exit code, and make it again: ${MAKE_JSON}`
);
function refuseBytes(bytes) {
  if (bytes.length === 0) return EMPTY2;
  if (starts(bytes, 80, 75, 3, 4)) {
    return inputError(`is Terraform's binary plan. Make JSON of it: ${MAKE_JSON}`);
  }
  if (starts(bytes, 31, 139)) {
    return inputError("is compressed. Decompress it first: gunzip -c FILE > plan.json");
  }
  return void 0;
}
function decode(bytes) {
  const [first, second] = bytes;
  if (starts(bytes, 255, 254) || second === 0 && first !== 0) {
    return new TextDecoder("utf-16le").decode(bytes);
  }
  if (starts(bytes, 254, 255) || first === 0 && second !== 0) {
    return new TextDecoder("utf-16be").decode(bytes);
  }
  return new TextDecoder("utf-8").decode(bytes);
}
var PLAN_HEAD = '{"format_version"';
function planLines(text2) {
  const lines = text2.split("\n");
  const whole2 = lines.filter((line) => line.startsWith(PLAN_HEAD));
  if (whole2.length > 0) return whole2;
  return lines.flatMap((line) => {
    const at = line.startsWith("::") ? -1 : line.indexOf(PLAN_HEAD);
    return at === -1 ? [] : [line.slice(at)];
  });
}
function severalPlans(count2) {
  return inputError(
    `holds ${String(count2)} plans, one a line. Give one file for each, made in its own folder: ${MAKE_JSON}`
  );
}
var TEXT_FOR_PEOPLE = /^(Terraform (used|will|has)|OpenTofu (used|will|has)|No changes\.|Plan: |Warning:|Acquiring state lock|[╷│╵]|\S+: (Refreshing state|Reading\.\.\.|Read complete))/m;
var JSON_HEAD = /^(\{|\[\s*([[\]{"\d-]|true|false|null|$))/;
function nameOtherText(text2, stopped) {
  const head = text2.slice(0, 2e4).replace(/\u001b\[[0-9;]*m/g, "").trimStart();
  if (head === "" && text2.trim() === "") return EMPTY2;
  if (/^\s*\{"@(level|message)"/m.test(head)) return LOG;
  if (JSON_HEAD.test(head)) return brokenJson(text2, stopped);
  if (text2.includes('"format_version"')) return OTHER_LINES;
  if (head.startsWith("<")) {
    return inputError(`is a web page, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  if (/^([╷│] *)?Error:/m.test(head)) {
    return inputError(
      `holds an error of Terraform instead of a plan. Mend the error, then make it again: ${PLAN_AND_MAKE_JSON}`
    );
  }
  if (TEXT_FOR_PEOPLE.test(head)) {
    return inputError(`is Terraform's text for people. Make JSON instead: ${MAKE_JSON}`);
  }
  return inputError(`is not a plan in JSON. Make it: ${PLAN_AND_MAKE_JSON}`);
}
var LOG = inputError(
  `is the log of \`plan -json\`, not a plan. Make a plan file, then JSON of it: ${PLAN_AND_MAKE_JSON}`
);
var OTHER_LINES = inputError(
  `has other lines around its JSON. Write standard output alone: ${MAKE_JSON} (without 2>&1; with terraform_wrapper: false in setup-terraform)`
);
function brokenJson(text2, stopped) {
  if (stopped === "behind") return OTHER_LINES;
  if (stopped === "end" || !/[}\]]\s*$/.test(text2.slice(-100))) {
    return inputError(
      `ends before its JSON does, after ${String(text2.length)} characters. Was the disk full, or a pipe or log cut? Make it again: ${MAKE_JSON}`
    );
  }
  return inputError(`is not valid JSON. Make it again, and do not edit it: ${MAKE_JSON}`);
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var CONFIGURATION_KEYS = [
  "resource",
  "module",
  "variable",
  "output",
  "locals",
  "provider",
  "terraform",
  "data"
];
var OTHER_DOCUMENTS = [
  [
    (has) => has("encrypted_data") && has("encryption_version"),
    "is an encrypted plan. Make JSON of it where the keys are: tofu show -json FILE > plan.json"
  ],
  [
    (has) => has("remote_plan_format"),
    `is only the bookmark of a cloud plan. Let the command fetch the plan: ${MAKE_JSON}`
  ],
  [(has) => has("@level") || has("@message"), LOG.message],
  [
    (has) => has("serial") && has("lineage"),
    `is a state file (terraform.tfstate), not a plan. Plan first: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("provider_schemas"),
    `is the output of \`terraform providers schema\`. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("diagnostics") && has("valid"),
    `is the output of \`terraform validate\`. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("root_module") && !has("planned_values") && !has("resource_changes"),
    `is a configuration in JSON, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ]
];
function nameOtherJson(value) {
  if (Array.isArray(value))
    return inputError(`is a JSON list, not a plan. Give one file a plan: ${MAKE_JSON}`);
  if (!isObject(value)) {
    return inputError(`holds a single JSON value, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  const has = (key) => Object.hasOwn(value, key);
  const other = OTHER_DOCUMENTS.find(([isIt]) => isIt(has));
  if (other !== void 0) return inputError(other[1]);
  if (isApiAnswer(value)) {
    return inputError(
      `is an answer of the HCP Terraform API, not the plan. Download the plan's json-output, or run: ${MAKE_JSON}`
    );
  }
  const isPlan = ["planned_values", "resource_changes", "configuration", "resource_drift"].some(has);
  if (!has("format_version")) {
    const isConfiguration2 = !isPlan && CONFIGURATION_KEYS.some(has);
    return inputError(
      isConfiguration2 ? `is configuration (.tf.json), not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}` : `is JSON, but not a plan: it has no format_version. Make the plan: ${PLAN_AND_MAKE_JSON}`
    );
  }
  if (isPlan) return void 0;
  return inputError(`is a state, not a plan. Name the plan file: ${PLAN_AND_MAKE_JSON}`);
}
function isApiAnswer(value) {
  if ("errors" in value && Array.isArray(value.errors)) return true;
  if (!("data" in value)) return false;
  const { data } = value;
  return Array.isArray(data) || isObject(data) && "id" in data && typeof data.id === "string";
}

// src/plan/document/bytes/scan-code.ts
var SCAN_CODE = "AGFzbQEAAAABHgVgAX8Bf2AAAGAEf39/fwF/YAN/f38Bf2ADf39/AAIPAQNlbnYGbWVtb3J5AgAAAwYFAAECAwQGGgV/AUEAC38BQQALfwFBAAt/AUEAC38BQQALByEEBHNjYW4AAgZpc1NhbWUAAwRjb3B5AAQGbWVtb3J5AgAIAQEKxg4FzAEBAn8gAC0AASIBQfUARgRAIABBAmohAQNAIAEgAEEGakkEQCABLQAAIgJBOU0gAkEwT3EEf0EBBSACQSByIgJB5gBNIAJB4QBPcQtFBEAgASQEQQAPCyABQQFqIQEMAQsLIABBBmoPCyABQSJGIgIgAUHcAEYgAhsiAiABQS9GIAIbIgIgAUHiAEYgAhsiAiABQeYARiACGyICIAFB7gBGIAIbIgIgAUHyAEYgAhsiAiABQfQARiACGwR/IABBAmoFIABBAWokBEEACwsGAEEAJAEL/AsCA38BeyADRQRAQQAkAEEAJAFBACQCQQAkAwsCQAJAA0ACQCAALQAAIQMDQCADQQpGIANBIEZyIANBDUZyIANBCUZyBEAgAEEBaiIALQAAIQMMAQsLIAAgAU8NACAALQAAIQUjAUEDRgR/QQEFIwFBAkYgBUH9AEdxCwRAAn8gAC0AAEEiRwRAIAAkBEEADAELIABBAWohAwNAAkAgA/0ABAAiB/0MIiIiIiIiIiIiIiIiIiIiIv0jIAf9DFxcXFxcXFxcXFxcXFxcXFz9I/1QIAf9DCAgICAgICAgICAgICAgICD9Jv1Q/WQiBEUEQCADQRBqIQMMAgsgAyAEaGoiAy0AACEFIANBAWohBCAFQSJGDQAgBUHcAEcEQCADJARBACEEDAELQQAhBCADEAAiAw0BCwtBACAEIgNFDQAaIAQtAAAhBANAIARBCkYgBEEgRnIgBEENRnIgBEEJRnIEQCADQQFqIgMtAAAhBAwBCwsgAy0AAEE6RgR/IANBAWoFIAMkBEEACwsiA0UNAyMAQQFGBEAjAkHAAEkEQCMCQQxsQYAQaiAANgIACwJ/A0AgACADSQRAQQEgAC0AAEHcAEYNAhogAEEBaiEADAELC0EACwRAIwNBAWokAwsLQQAkASADIQAMAgsgBUEsRiMBQQFGcQRAQQNBACMAQUBrLQAAQfsARhskASAAQQFqIQAMAgsjAQR/IAVB3QBGIAVB/QBGcgVBAAsEfyMAQUBrLQAAIAVBAmtB/wFxRw0EIwBBAWskACAAQQFqBSMBQQFGDQQjAEEBRiMCQcAASXEEQCMCQQxsQYQQaiAANgIACyAFQfsARiIDIAVB2wBGcgRAIwAgAkYNBSMAQQFqJAAjAEFAayAFOgAAQQJBBCADGyQBIABBAWohAAwDCwJAIAVBIkYEQCAAQQFqIQQDQAJAIAT9AAQAIgf9DCIiIiIiIiIiIiIiIiIiIiL9IyAH/QxcXFxcXFxcXFxcXFxcXFxc/SP9UCAH/QwgICAgICAgICAgICAgICAg/Sb9UP1kIgNFBEAgBEEQaiEEDAILIAQgA2hqIgQtAAAhBiAEQQFqIQMgBkEiRg0AIAZB3ABHBEAgBCQEQQAhAwwBC0EAIQMgBBAAIgQNAQsLDAELIAVB9ABGBEAgACEEQfTk1asGIQMCfwNAIAMEQCAELQAAIANB/wFxRwRAIAQkBEEADAMLIARBAWohBCADQQh2IQMMAQsLIAQLIQMMAQsgBUHuAEYEQCAAIQRB7uqx4wYhAwJ/A0AgAwRAIAQtAAAgA0H/AXFHBEAgBCQEQQAMAwsgBEEBaiEEIANBCHYhAwwBCwsgBAshAwwBCyAFQeYARgRAIABBAWohBEHh2M2rBiEDAn8DQCADBEAgBC0AACADQf8BcUcEQCAEJARBAAwDCyAEQQFqIQQgA0EIdiEDDAELCyAECyEDDAELIABBAWogACAALQAAQS1GGyIELQAAQTBGBH8gBEEBagUgBCEDA0AgAy0AACIGQTlNIAZBME9xBEAgA0EBaiEDDAELCyADIARGBH8gAyQEQQAFIAMLCyIDBH8gAy0AAEEuRgVBAAsEQCADQQFqIgMhBANAIAQtAAAiBkE5TSAGQTBPcQRAIARBAWohBAwBCwsgAyAERgR/IAQkBEEABSAECyEDCyADBH8gAy0AAEEgckHlAEcFQQELRQRAIANBAmogA0EBaiADLQABIgNBLUYgA0ErRnIbIgMhBANAIAQtAAAiBkE5TSAGQTBPcQRAIARBAWohBAwBCwsgAyAERgR/IAQkBEEABSAECyEDCwsgA0UNAyABIANGBH8gBUEtRgR/QQEFIAVBOU0gBUEwT3ELBUEACw0BIAMLIQBBASQBIwBFBEBBCCMCNgIAQQwjAzYCACAADwsjAEEBRgRAIwJBwABJBEAjAkEMbEGIEGogADYCAAsjAkEBaiQCCwwBCwtBACAANgIAQQRBATYCAEEADwtBACAANgIAQQQjBCABTzYCAEEADwtBACAANgIAQQRBADYCAEEAC2QBAX8DQCADQRBqIAJNBEAgACADav0ABAAgASADav0ABAD9Uf1TBEBBAA8LIANBEGohAwwBCwsDQCACIANLBEAgACADai0AACABIANqLQAARwRAQQAPCyADQQFqIQMMAQsLQQELDAAgACABIAL8CgAACw==";

// src/plan/document/bytes/scanner.ts
var PAGE_BYTES = 2 ** 16;
var STOPPED = 0;
var IS_UNFINISHED = 4;
var MEMBERS2 = 8;
var ESCAPED_KEYS = 12;
var TABLE = 2048;
var MEMBER_BYTES = 12;
var MEMBERS_LIMIT = 64;
var WORD = { start: 3072, end: 4096 };
var BASKET = { start: 4096, end: 4096 + 2 ** 20 };
var TEXT = BASKET.end;
var PADDING = 64;
var compiled = memo((code) => new WebAssembly.Module(Buffer.from(code, "base64")));
var Scanner = class {
  #memory = new WebAssembly.Memory({ initial: Math.ceil((TEXT + PADDING) / PAGE_BYTES) });
  #code;
  #bytes = Buffer.from(this.#memory.buffer);
  #view = new DataView(this.#memory.buffer);
  #end = TEXT;
  constructor() {
    this.#code = new WebAssembly.Instance(compiled(SCAN_CODE), { env: { memory: this.#memory } }).exports;
  }
  /** The place behind the text. */
  get end() {
    return this.#end;
  }
  /**
   * Forgets the text before a place, and adds what somebody writes into the room behind it: so many bytes, and at least one
   * fits in.
   *
   * @returns whether there was more
   */
  advance(from, room, write) {
    this.#bytes.copyWithin(TEXT, from, this.#end);
    this.#end -= from - TEXT;
    const missing = this.#end + room + PADDING - this.#bytes.length;
    if (missing > 0) {
      this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
      this.#bytes = Buffer.from(this.#memory.buffer);
      this.#view = new DataView(this.#memory.buffer);
    }
    const more = write(this.#bytes.subarray(this.#end, this.#end + room));
    this.#end += more;
    this.#bytes.fill(0, this.#end, this.#end + PADDING);
    return more > 0;
  }
  /** A byte of the text. */
  byte(at) {
    return this.#view.getUint8(at);
  }
  /** Copies bytes to another place; gives the one behind them. */
  copy({ start, end }, to) {
    this.#code.copy(to, start, end - start);
    return to + end - start;
  }
  /** Writes bytes to a place; gives the one behind them. */
  write(bytes, to) {
    this.#bytes.set(bytes, to);
    return to + bytes.length;
  }
  /** A part of the text. */
  text({ start, end }) {
    return this.#bytes.toString("utf8", start, end);
  }
  /**
   * The end of the value that begins here, or undefined: then `stopped` and `isUnfinished` say why.
   *
   * @param limit how many brackets may be around something in it
   * @param goesOn whether it is the value of the last scan, which stopped here
   */
  scan({ start, end }, limit, goesOn = false) {
    const found = this.#code.scan(start, end, limit, goesOn);
    return found === 0 ? void 0 : found;
  }
  /** Where the scan stopped that gave no end: at the first token that is wrong, or not whole. */
  get stopped() {
    return this.#view.getUint32(STOPPED, true);
  }
  /** Whether it stopped because the text ends; otherwise it is no JSON, or nests too deeply. */
  get isUnfinished() {
    return this.#view.getUint32(IS_UNFINISHED, true) !== 0;
  }
  /** Whether members of the object can be told by their bytes: no key is spelled with escapes, and there are not too many. */
  get isPlain() {
    return this.#view.getUint32(MEMBERS2, true) <= MEMBERS_LIMIT && this.#view.getUint32(ESCAPED_KEYS, true) === 0;
  }
  /** The value of the member with this key, its quotes included; the last one counts, as for `JSON.parse`. */
  member(key) {
    for (let i = this.#view.getUint32(MEMBERS2, true) - 1; i >= 0; i--) {
      const member = TABLE + MEMBER_BYTES * i;
      if (this.#stands(key, this.#view.getUint32(member, true)))
        return { start: this.#view.getUint32(member + 4, true), end: this.#view.getUint32(member + 8, true) };
    }
    return void 0;
  }
  #stands(text2, at) {
    for (let i = 1; i < text2.length; i++) if (this.#bytes[at + i] !== text2[i]) return false;
    return true;
  }
  /** Whether the same bytes stand at both places. */
  isSame(a, b) {
    const length = a.end - a.start;
    return b.end - b.start === length && this.#code.isSame(a.start, b.start, length) !== 0;
  }
};

// src/plan/document/bytes/batch.ts
var utf8 = (text2) => new TextEncoder().encode(text2);
var COMMA = utf8(",");
var NULL = utf8("null");
var OPEN3 = utf8("[");
var CLOSE2 = utf8("]");
var Batch = class {
  #scanner;
  #end = BASKET.start;
  #slots = [];
  constructor(scanner) {
    this.#scanner = scanner;
  }
  /** Adds an item to a list. */
  add(list2, text2) {
    this.#add(list2, text2);
  }
  /** Adds a change whose `after`, which is told, is spelled as its `before`: they become one object. */
  addUnchanged(list2, text2, after) {
    this.#add(list2, text2, after);
  }
  /** Parses what has been added. */
  finish() {
    if (this.#slots.length === 0) return;
    this.#end = this.#scanner.write(CLOSE2, this.#end);
    this.#parse({ start: BASKET.start, end: this.#end });
    this.#end = BASKET.start;
  }
  #add(list2, text2, unchanged2) {
    const size = text2.end - text2.start + 2 * NULL.length;
    if (this.#end + size > BASKET.end) this.finish();
    const slot = { list: list2, index: list2.push(void 0) - 1, isUnchanged: unchanged2 !== void 0 };
    if (this.#end + size > BASKET.end) {
      list2[slot.index] = JSON.parse(this.#scanner.text(text2));
      return;
    }
    this.#end = this.#scanner.write(this.#slots.length === 0 ? OPEN3 : COMMA, this.#end);
    this.#slots.push(slot);
    if (unchanged2 === void 0) {
      this.#end = this.#scanner.copy(text2, this.#end);
      return;
    }
    this.#end = this.#scanner.copy({ start: text2.start, end: unchanged2.start }, this.#end);
    this.#end = this.#scanner.write(NULL, this.#end);
    this.#end = this.#scanner.copy({ start: unchanged2.end, end: text2.end }, this.#end);
  }
  #parse(text2) {
    const items = JSON.parse(this.#scanner.text(text2));
    for (const [i, { list: list2, index, isUnchanged }] of this.#slots.entries()) {
      const item = Array.isArray(items) ? items[i] : void 0;
      list2[index] = item;
      const change = isUnchanged ? memberOf(item, "change") : void 0;
      if (isRecord(change)) Object.assign(change, { after: change["before"] });
    }
    this.#slots = [];
  }
};

// src/plan/document/bytes/cursor.ts
var NotPlain = class extends Error {
};
var QUOTE2 = 34;
var COMMA2 = 44;
var COLON = 58;
var OPEN_LIST = 91;
var OPEN_OBJECT = 123;
var BLANKS = [32, 10, 13, 9];
var BYTE_ORDER_MARK = [239, 187, 191];
var PART_BYTES3 = 2 ** 20;
var LARGEST_WINDOW_BYTES = 2 ** 28;
var JsonCursor = class {
  #scanner;
  #source;
  #depthLimit;
  /** How much of the source has been in the window. */
  #read = 0;
  #at = TEXT;
  #depth = 0;
  /** @param depthLimit how many brackets may be around anything */
  constructor(scanner, source, depthLimit) {
    this.#scanner = scanner;
    this.#source = source;
    this.#depthLimit = depthLimit;
    while (this.#scanner.end < TEXT + BYTE_ORDER_MARK.length && this.#readOn()) ;
    const isMarked2 = BYTE_ORDER_MARK.every((byte, i) => this.#scanner.byte(TEXT + i) === byte);
    if (isMarked2) this.#at += BYTE_ORDER_MARK.length;
  }
  /** The first byte of what comes next, white space left out; 0 at the end. */
  peek() {
    for (; ; ) {
      const byte = this.#scanner.byte(this.#at);
      if (BLANKS.includes(byte)) this.#at++;
      else if (this.#at < this.#scanner.end || !this.#readOn()) return byte;
    }
  }
  /** Whether nothing comes any more. */
  isAtEnd() {
    return this.peek() === 0 && this.#at >= this.#scanner.end;
  }
  /** Goes through the object that comes next. Whoever gets a key takes its value. */
  eachKey(take) {
    this.#open();
    for (let isFirst = true; !this.#closes(OPEN_OBJECT, isFirst); isFirst = false) {
      if (this.peek() !== QUOTE2) throw new NotPlain();
      const key = this.value();
      if (this.peek() !== COLON || typeof key !== "string") throw new NotPlain();
      this.#at++;
      take(key);
    }
  }
  /** Goes through the list that comes next. Whoever is called takes an item. */
  eachItem(take) {
    this.#open();
    for (let isFirst = true; !this.#closes(OPEN_LIST, isFirst); isFirst = false) take();
  }
  /** Takes the value that comes next. */
  value() {
    return JSON.parse(this.#scanner.text(this.take()));
  }
  /** Takes the value that comes next, and says where it stands. */
  take() {
    this.peek();
    for (; ; ) {
      const end = this.#scan(false);
      if (end === void 0) {
        this.#goOn();
        continue;
      }
      const start = this.#at;
      this.#at = end;
      return { start, end };
    }
  }
  /** Takes the value that comes next, of whatever size, and keeps nothing of it. */
  skip() {
    for (let goesOn = false; ; goesOn = true) {
      const end = this.#scan(goesOn);
      this.#at = end ?? this.#scanner.stopped;
      if (end !== void 0) return;
      this.#goOn();
    }
  }
  #open() {
    this.#at++;
    if (++this.#depth > this.#depthLimit) throw new NotPlain();
  }
  #closes(opening2, isFirst) {
    const byte = this.peek();
    const isClosed = byte === opening2 + 2;
    if (isClosed) this.#depth--;
    else if (isFirst) return false;
    else if (byte !== COMMA2) throw new NotPlain();
    this.#at++;
    return isClosed;
  }
  #scan(goesOn) {
    const left = { start: this.#at, end: this.#scanner.end };
    return this.#scanner.scan(left, this.#depthLimit - this.#depth, goesOn);
  }
  /** Reads on for a value that is not whole. */
  #goOn() {
    if (!this.#scanner.isUnfinished || !this.#readOn()) throw new NotPlain();
  }
  /** Moves the window to what comes next, and reads on; whether there is more in it than before. */
  #readOn() {
    const kept = this.#scanner.end - this.#at;
    if (kept > LARGEST_WINDOW_BYTES) throw new NotPlain();
    const isMore = this.#scanner.advance(
      this.#at,
      Math.max(PART_BYTES3, kept),
      (room) => this.#source.read(room, this.#read)
    );
    if (isMore) this.#read += this.#scanner.end - TEXT - kept;
    this.#at = TEXT;
    return isMore;
  }
};

// src/plan/document/bytes/unread-block.ts
var UnreadBlock = class {
  /** @param text JSON */
  constructor(address, text2) {
    this.address = address;
    this.text = text2;
  }
  address;
  text;
};

// src/plan/document/bytes/asked.ts
function askedJson(source, isWantedType, depthLimit) {
  try {
    const scanner = new Scanner();
    const cursor = new JsonCursor(scanner, source, depthLimit);
    if (cursor.peek() !== OPEN_OBJECT) return void 0;
    const entries = new Entries(scanner, isWantedType, depthLimit);
    const plan = planOf(entries)(cursor);
    if (!cursor.isAtEnd()) return void 0;
    entries.finish();
    return plan;
  } catch (error) {
    if (error instanceof NotPlain) return void 0;
    throw error;
  }
}
var whole = (cursor) => cursor.value();
var skipped = (cursor) => {
  cursor.skip();
  return null;
};
function objectLike(members, others) {
  const known = new Map(Object.entries(members));
  return (cursor) => {
    if (cursor.peek() !== OPEN_OBJECT) return cursor.value();
    const found = {};
    cursor.eachKey((key) => {
      if (key === "__proto__" || Object.hasOwn(found, key)) throw new NotPlain();
      found[key] = (known.get(key) ?? others)(cursor);
    });
    return found;
  };
}
function listLike(add) {
  return (cursor) => {
    if (cursor.peek() !== OPEN_LIST) return cursor.value();
    const found = [];
    cursor.eachItem(() => add(cursor, found));
    return found;
  };
}
function nested(module) {
  const take = module((cursor) => take(cursor));
  return take;
}
function planOf(entries) {
  const stateModule2 = nested(
    (inner) => objectLike(
      {
        resources: listLike((cursor, states) => entries.state(cursor, states)),
        child_modules: listLike((cursor, modules) => modules.push(inner(cursor)))
      },
      skipped
    )
  );
  const calledModule = nested(
    (inner) => objectLike(
      {
        resources: listLike((cursor, blocks) => entries.block(cursor, blocks)),
        module_calls: objectLike({}, objectLike({ module: inner }, whole)),
        outputs: whole,
        variables: whole
      },
      skipped
    )
  );
  return objectLike(
    {
      ...{
        format_version: whole,
        terraform_version: whole,
        timestamp: whole,
        errored: whole,
        complete: whole
      },
      variables: whole,
      resource_changes: listLike((cursor, changes) => entries.planned(cursor, changes)),
      resource_drift: listLike((cursor, changes) => entries.change(cursor, changes)),
      deferred_changes: whole,
      prior_state: objectLike({ values: objectLike({ root_module: stateModule2 }, skipped) }, skipped),
      configuration: objectLike({ root_module: calledModule, provider_config: whole }, skipped),
      // Whether these make it an answer of an API depends on what they are.
      ...{ data: whole, errors: whole }
    },
    skipped
  );
}
var spelledKey = (key) => new TextEncoder().encode(`"${key}"`);
var OF_CHANGE_ENTRY = ["type", "change", "address", "deposed"].map(spelledKey);
var OF_CHANGE = ["actions", "before", "after", "after_unknown"].map(spelledKey);
var OF_STATE = ["type", "address", "deposed_key", "mode", "values"].map(spelledKey);
var OF_BLOCK = ["type", "address", "provider_config_key", "expressions", "depends_on"].map(spelledKey);
var UNASKED = { type: "" };
var Entries = class {
  #scanner;
  #depthLimit;
  #isWantedType;
  #canLeaveOut;
  #batch;
  /** Those that look alike where it counts are one object. */
  #shared = memo((text2) => JSON.parse(text2));
  /** Addresses of planned changes, without those of deposed objects; whether they are in the state, too. */
  #planned = /* @__PURE__ */ new Map();
  /** Resources of one type stand together. */
  #lastType;
  constructor(scanner, isWantedType, depthLimit) {
    this.#scanner = scanner;
    this.#isWantedType = isWantedType;
    this.#depthLimit = depthLimit;
    this.#canLeaveOut = !isWantedType(UNASKED.type);
    this.#batch = new Batch(scanner);
  }
  /** To be called when all are taken: then they are in their lists. */
  finish() {
    this.#batch.finish();
  }
  /** One of `resource_changes`. */
  planned(cursor, list2) {
    this.change(cursor, list2, (address) => this.#planned.set(this.#string(address), false));
  }
  /** One of any list of changes; tells the address of wanted ones that are no deposed objects. */
  change(cursor, list2, tell) {
    const entry = cursor.take();
    const [type, change, address, deposed] = this.#members(entry, OF_CHANGE_ENTRY);
    const isWanted = this.#typeOf(type)?.isUnwanted !== true;
    if (change !== void 0) this.#scanner.scan(change, this.#depthLimit);
    const [actions, before, after, unknown2] = change === void 0 ? [] : this.#members(change, OF_CHANGE);
    if (!isWanted && actions !== void 0) {
      list2.push(this.#counted([type, actions, unknown2], before !== void 0 && this.#isObject(before)));
      return;
    }
    if (isWanted && address !== void 0 && deposed === void 0) tell?.(address);
    const isUnchanged = before && after && this.#isObject(before) && this.#scanner.isSame(before, after) && isWanted;
    if (isUnchanged === true) this.#batch.addUnchanged(list2, entry, after);
    else this.#batch.add(list2, entry);
  }
  /** One of `prior_state`. Nobody asks for those that have a planned change, when they are as they should be. */
  state(cursor, list2) {
    const entry = cursor.take();
    const [type, address, deposed, mode, values2] = this.#members(entry, OF_STATE);
    const seen = this.#typeOf(type);
    const known = address && !deposed ? this.#string(address) : void 0;
    const isOfState = known === void 0 ? void 0 : this.#planned.get(known);
    if (isOfState === true) throw new NotPlain();
    if (known !== void 0 && isOfState === false) this.#planned.set(known, true);
    const isSound = type && mode && values2 && [type, mode].every((one) => this.#isString(one)) && this.#isObject(values2);
    if (seen?.isUnwanted === true) list2.push(seen.named);
    else if (isOfState === false && isSound === true && this.#canLeaveOut) list2.push(UNASKED);
    else this.#batch.add(list2, entry);
  }
  /** A resource block of `configuration`. */
  block(cursor, list2) {
    const entry = cursor.take();
    const [type, address, provider, expressions2, dependsOn] = this.#members(entry, OF_BLOCK);
    const seen = this.#typeOf(type);
    const isSound = address && [type, address, provider].every((one) => one === void 0 || this.#isString(one)) && (expressions2 === void 0 || this.#isObject(expressions2)) && dependsOn === void 0;
    if (seen?.isUnwanted === true) list2.push(seen.named);
    else if (isSound === true) list2.push(new UnreadBlock(this.#string(address), this.#scanner.text(entry)));
    else this.#batch.add(list2, entry);
  }
  #isObject({ start }) {
    return this.#scanner.byte(start) === OPEN_OBJECT;
  }
  #isString({ start }) {
    return this.#scanner.byte(start) === QUOTE2;
  }
  #string(stretch) {
    const spelled = this.#scanner.text(stretch);
    return spelled.includes("\\") ? String(JSON.parse(spelled)) : spelled.slice(1, -1);
  }
  /** Values of the object that has just been scanned, as far as it is one whose keys can be told by their bytes. */
  #members(of, keys) {
    if (!this.#isObject(of) || !this.#scanner.isPlain) return [];
    return keys.map((key) => this.#scanner.member(key));
  }
  #typeOf(type) {
    if (type === void 0) return void 0;
    const last = this.#lastType;
    if (last !== void 0 && this.#scanner.isSame(type, last.spelling)) return last;
    const spelled = this.#scanner.text(type);
    const text2 = this.#shared(spelled);
    const isShort = type.end - type.start <= WORD.end - WORD.start;
    const spelling = { start: WORD.start, end: isShort ? this.#scanner.copy(type, WORD.start) : WORD.start };
    this.#lastType = {
      spelling,
      isUnwanted: typeof text2 === "string" && !this.#isWantedType(text2),
      named: this.#shared(`{"type":${spelled}}`)
    };
    return this.#lastType;
  }
  /** What is counted of changes of other types. */
  #counted(parts, wasThere) {
    const [type, actions, unknown2] = parts.map(
      (part) => part === void 0 ? "null" : this.#scanner.text(part)
    );
    const before = wasThere ? "{}" : "null";
    return this.#shared(
      `{"type":${type},"change":{"actions":${actions},"before":${before},"after_unknown":${unknown2}}}`
    );
  }
};

// src/plan/document/read-configuration.ts
var MODULE_DEPTH_LIMIT = 100;
function readModule(value, isWanted, depth = 0) {
  if (depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError("modules"));
  const module = parsePart(moduleBlock, value, "a module of configuration");
  const resources = new Blocks();
  for (const entry of module.resources) if (isWanted(entry)) resources.add(entry);
  const call = (entry) => {
    const found = parsePart(moduleCall, entry, "a module call of configuration");
    return {
      source: found.source,
      expressions: mapOf(found.expressions, toExpression),
      forEach: optionalExpression(found.for_each_expression),
      needs: needsOf(found),
      module: readModule(found.module, isWanted, depth + 1)
    };
  };
  return {
    resources,
    calls: mapOf(module.module_calls, call),
    outputs: mapOf(module.outputs, (output) => toExpression(memberOf(output, "expression"))),
    variables: mapOf(
      module.variables,
      (variable) => isRecord(variable) && Object.hasOwn(variable, "default") ? { default: variable["default"] } : {}
    )
  };
}
var Blocks = class {
  #found = /* @__PURE__ */ new Map();
  add(entry) {
    if (entry instanceof UnreadBlock) this.#found.set(entry.address, entry);
    else this.#read(entry);
  }
  has(address) {
    return this.#found.has(address);
  }
  keys() {
    return this.#found.keys();
  }
  get(address) {
    const found = this.#found.get(address);
    return found instanceof UnreadBlock ? this.#read(JSON.parse(found.text)) : found;
  }
  #read(entry) {
    const block = parsePart(resourceBlock, entry, "a resource of configuration");
    const read = {
      provider: block.provider_config_key,
      expressions: mapOf(block.expressions, toExpression),
      forEach: optionalExpression(block.for_each_expression),
      needs: needsOf(block)
    };
    this.#found.set(block.address, read);
    return read;
  }
};
function readProviderRegions(value) {
  const regions = Object.entries(isRecord(value) ? value : {}).flatMap(([key, provider]) => {
    const region2 = memberOf(memberOf(provider, "expressions"), "region");
    return region2 === void 0 ? [] : [[key, toExpression(region2)]];
  });
  return new Map(regions);
}
function programOf({ configuration: configuration2, complete }) {
  const { provider_config: providers } = configuration2 ?? {};
  const isOfTofu = (provider) => {
    const name = memberOf(provider, "full_name");
    return typeof name === "string" && name.startsWith("registry.opentofu.org/");
  };
  return complete === void 0 && Object.values(isRecord(providers) ? providers : {}).some(isOfTofu) ? "tofu" : "terraform";
}
var NO_NEEDS = [];
function needsOf({
  count_expression: count2,
  depends_on: named2
}) {
  if (count2 === void 0 && named2 === void 0) return NO_NEEDS;
  const counted2 = optionalExpression(count2);
  return [...counted2?.kind === "references" ? maximalReferences(counted2.references) : [], ...named2 ?? []];
}
function mapOf(record, read) {
  return new Map(Object.entries(record).map(([name, value]) => [name, read(value)]));
}
function optionalExpression(value) {
  return value === void 0 ? void 0 : toExpression(value);
}
function toExpression(value) {
  if (!isRecord(value)) return { kind: "opaque" };
  const references = value["references"];
  if (Array.isArray(references)) {
    const texts = references.filter((reference) => typeof reference === "string");
    if (texts.length > 0) return { kind: "references", references: texts };
  }
  return Object.hasOwn(value, "constant_value") ? { kind: "constant", value: value["constant_value"] } : { kind: "opaque" };
}

// src/plan/document/read-document.ts
var DEPTH_LIMIT = 500;
function readDocument(bytes, isWantedType) {
  const asked = bytes.length >= LARGE_BYTES ? askedJson(sourceOf(bytes), isWantedType, DEPTH_LIMIT) : void 0;
  if (asked !== void 0) return documentOf(asked, isWantedType);
  const whole2 = wholeJson(bytes);
  return whole2.ok ? documentOf(whole2.value, isWantedType) : whole2;
}
function wholeJson(bytes) {
  if (bytes.length > MOST_BYTES) return err(TOO_LARGE);
  const all = bytes instanceof Uint8Array ? bytes : wholeOf(bytes);
  const refused2 = refuseBytes(all);
  if (refused2 !== void 0) return err(refused2);
  const json = parseJson(all);
  return json.ok && isDeeperThan(DEPTH_LIMIT, json.value) ? err(nestingError("values")) : json;
}
var MOST_BYTES = 2 ** 31 - 1;
var TOO_LARGE = inputError(
  "is larger than 512 MiB of text. That is read only where it is one whole plan in UTF-8, as Terraform writes it. Make it again: terraform show -json FILE > plan.json"
);
function wholeOf(source) {
  const all = new Uint8Array(source.length);
  let length = 0;
  for (let more = -1; more !== 0; length += more) more = source.read(all.subarray(length), length);
  return all.subarray(0, length);
}
function documentOf(json, isWantedType) {
  const named2 = nameOtherJson(json) ?? refuseVersion(json);
  if (named2 !== void 0) return err(named2);
  const top = safeParse(planDocument, json);
  if (!top.success) return err(damaged("the document", top.issues));
  if (top.output.errored) return err(FAILED);
  try {
    return ok(elements(top.output, isWantedType));
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}
var FAILED = inputError(
  "is from a plan that failed, so resources are missing in it. Mend the error, then make it again: terraform plan -out=FILE && terraform show -json FILE > plan.json"
);
function parseJson(bytes) {
  let text2;
  try {
    text2 = decode(bytes);
  } catch {
    return err(TOO_LARGE);
  }
  const whole2 = parseText(text2);
  if (whole2.ok) return whole2;
  const [line, ...others] = planLines(text2);
  if (line === void 0 || line === text2) return err(nameOtherText(text2, whole2.error));
  if (others.length > 0) return err(severalPlans(others.length + 1));
  const found = parseText(line);
  return found.ok ? found : err(nameOtherText(line, found.error));
}
function parseText(text2) {
  try {
    const value = JSON.parse(text2);
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? stoppedAt(error.message, text2.length) : "middle");
  }
}
function stoppedAt(message, length) {
  if (/^(Unexpected end of JSON input|Unterminated string in JSON)/.test(message)) return "end";
  if (message.startsWith("Unexpected non-whitespace character after JSON")) return "behind";
  const [, place2] = /^[^"]+ in JSON at position (\d+)/.exec(message) ?? [];
  return place2 !== void 0 && Number(place2) >= length ? "end" : "middle";
}
function isDeeperThan(limit, value) {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (const element2 of value) if (isDeeperThan(limit - 1, element2)) return true;
    return false;
  }
  if (isRecord(value)) {
    for (const key in value) if (isDeeperThan(limit - 1, value[key])) return true;
  }
  return false;
}
function refuseVersion(value) {
  const version = memberOf(value, "format_version");
  if (typeof version !== "string" || /^[01](\.|$)/.test(version)) return void 0;
  return inputError(
    /^\d+(\.|$)/.test(version) ? "has a plan format that is newer than this version understands (major version 1). Update cce-plan-guard." : "has a format_version that is none. Make it again: terraform show -json FILE > plan.json"
  );
}
function elements(top, isWantedType) {
  const isWanted = (entry) => {
    const type = memberOf(entry, "type");
    return typeof type !== "string" || isWantedType(type);
  };
  const root = top.configuration?.["root_module"];
  const changes = changeElements(top.resource_changes, "resource_changes", isWanted);
  const priorState = [...stateElements(top.prior_state?.["values"], isWanted)];
  refuseTwins(changes);
  refuseTwins(priorState);
  const planned = new Set(changes.map(({ key }) => key));
  return {
    header: {
      formatVersion: top.format_version,
      terraformVersion: top.terraform_version,
      program: programOf(top),
      complete: top.complete,
      timestamp: top.timestamp,
      changeCount: top.resource_changes.filter(isChange).length,
      namesUnknownGroups: top.resource_changes.some((entry) => !isWanted(entry) && namesUnknownGroup(entry)),
      lacks: lackingParts(top)
    },
    changes,
    drift: changeElements(top.resource_drift, "resource_drift", isWanted),
    deferred: changeElements(top.deferred_changes.map(innerChange), "deferred_changes", isWanted),
    priorState: priorState.filter(({ key }) => !planned.has(key)),
    configuration: root === void 0 ? void 0 : readModule(root, isWanted),
    providerRegions: readProviderRegions(top.configuration?.["provider_config"]),
    variables: new Map(
      Object.entries(top.variables).map(([name, variable]) => [name, memberOf(variable, "value")])
    )
  };
}
function lackingParts(top) {
  const isLaterPlan = top.resource_changes.some(
    (entry) => isRecord(memberOf(memberOf(entry, "change"), "before"))
  );
  return [
    ...top.configuration === void 0 && top.resource_changes.length > 0 ? ["configuration"] : [],
    ...top.prior_state === void 0 && isLaterPlan ? ["prior_state"] : []
  ];
}
function isChange(entry) {
  const actions = memberOf(memberOf(entry, "change"), "actions");
  return Array.isArray(actions) && doesSomething(actions);
}
function namesUnknownGroup(entry) {
  const holds2 = (value, isNamed2) => {
    if (value === true) return isNamed2;
    if (Array.isArray(value)) return value.some((element2) => holds2(element2, isNamed2));
    if (!isRecord(value)) return false;
    return Object.entries(value).some(
      ([key, inner]) => holds2(inner, isNamed2 || /sec(urity)?_?group/.test(key))
    );
  };
  return holds2(memberOf(memberOf(entry, "change"), "after_unknown"), false);
}
function innerChange(entry) {
  return isRecord(entry) && Object.hasOwn(entry, "resource_change") ? entry["resource_change"] : entry;
}
function changeElements(entries, where, isWanted) {
  return entries.flatMap(
    (entry, i) => isWanted(entry) ? [changeElement(entry, `entry ${String(i)} of ${where}`)] : []
  );
}
function changeElement(entry, where) {
  const { change, address, mode, type, deposed } = parsePart(resourceChange, entry, where);
  const { before, after } = change;
  return {
    address,
    key: elementKey(address, deposed),
    isDeposed: deposed !== void 0,
    mode,
    type,
    actions: change.actions,
    before: before ? { values: before, unknown: void 0, sensitive: change.before_sensitive } : void 0,
    after: after ? { values: after, unknown: change.after_unknown, sensitive: change.after_sensitive } : void 0,
    replaceAttributes: (change.replace_paths ?? []).flatMap(
      ([first]) => typeof first === "string" ? [first] : []
    )
  };
}
function elementKey(address, deposed) {
  return deposed === void 0 ? address : `${address} (deposed ${deposed})`;
}
function* stateElements(values2, isWanted) {
  const root = memberOf(values2, "root_module");
  if (root === void 0) return;
  const open = [{ module: root, depth: 0 }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (next.depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError("modules"));
    const module = parsePart(stateModule, next.module, "a module of prior_state");
    for (const child of module.child_modules) open.push({ module: child, depth: next.depth + 1 });
    for (const [i, entry] of module.resources.entries()) {
      if (isWanted(entry)) yield stateElement(entry, `entry ${String(i)} of a module of prior_state`);
    }
  }
}
function stateElement(entry, where) {
  const resource = parsePart(stateResource, entry, where);
  const { address, mode, type, deposed_key: deposed, values: values2, sensitive_values: sensitive } = resource;
  const key = elementKey(address, deposed);
  const isDeposed2 = deposed !== void 0;
  return { address, key, isDeposed: isDeposed2, mode, type, values: values2 ?? {}, unknown: void 0, sensitive };
}
function refuseTwins(elements2) {
  const seen = /* @__PURE__ */ new Set();
  for (const { key } of elements2) seen.add(key);
  if (seen.size < elements2.length) throw new Damaged(TWINS);
}
var TWINS = inputError(
  "lists one resource twice. Is it two plans put together? Make it again: terraform show -json FILE > plan.json"
);

// src/plan/remote-state.ts
var REMOTE_STATE_TYPE = "terraform_remote_state";
var SHAPES = [
  {
    type: "cce_cluster_v3",
    all: ["id"],
    oneOf: ["security_group_node", "security_group_control", "container_network_type"]
  },
  { type: "cce_node_pool_v3", all: ["id", "cluster_id", "security_group_ids"] },
  { type: "vpc_secondary_cidr_v3", all: ["vpc_id", "cidrs"] },
  { type: "vpc_subnet_v1", all: ["id", "cidr"], oneOf: ["vpc_id", "gateway_ip", "network_id", "dns_list"] },
  { type: "vpc_v1", all: ["id", "cidr"] }
];
var GROUP_ATTRIBUTES = /* @__PURE__ */ new Set([
  ...["id", "name", "description", "region", "tenant_id", "project_id", "enterprise_project_id", "tags"],
  ...["name_regex", "secgroup_id", "delete_default_rules", "timeouts", "created_at", "updated_at"]
]);
function outputInstances(instances2) {
  return instances2.flatMap((instance2) => {
    const { type, after } = instance2;
    const outputs = type === REMOTE_STATE_TYPE ? after?.values["outputs"] : void 0;
    if (after === void 0 || outputs === void 0) return [];
    const sensitive = markOf(after.sensitive, "outputs");
    return outputObjects(outputs, sensitive, `${instance2.address}.outputs`).map(
      ({ address, shape, side }) => ({
        ...instance2,
        address,
        mode: "data",
        type: `opentelekomcloud_${shape}`,
        before: side,
        after: side,
        isUnconfigured: true
      })
    );
  });
}
function outputObjects(value, sensitive, address) {
  if (Array.isArray(value)) {
    return value.flatMap(
      (element2, i) => outputObjects(element2, markOf(sensitive, i), `${address}[${String(i)}]`)
    );
  }
  if (!isRecord(value)) return [];
  const shape = typeOfObject(value);
  if (shape !== void 0)
    return [{ address, shape, side: { values: value, unknown: void 0, sensitive } }];
  return Object.entries(value).flatMap(
    ([key, member]) => outputObjects(
      member,
      markOf(sensitive, key),
      `${address}${/^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`}`
    )
  );
}
function typeOfObject(value) {
  const has = (name) => Object.hasOwn(value, name);
  const shape = SHAPES.find(({ all, oneOf = all }) => all.every(has) && oneOf.some(has));
  if (shape !== void 0) return shape.type;
  const isGroup = has("id") && has("name") && Object.keys(value).every((name) => GROUP_ATTRIBUTES.has(name));
  return isGroup ? "networking_secgroup_v2" : void 0;
}
function markOf(mark, key) {
  if (mark === true) return true;
  if (Array.isArray(mark)) return mark[Number(key)];
  return isRecord(mark) && Object.hasOwn(mark, key) ? mark[key] : void 0;
}

// src/terraform/expression.ts
function literalText(expr) {
  return expr?.kind === "literal" && expr.value !== null ? String(expr.value) : void 0;
}
function memberAt(expr, path9) {
  let at = expr;
  for (const step of path9) {
    const key = stepText(step);
    if (at?.kind === "object") at = at.entries.find((entry) => entry.key === key)?.value;
    else at = at?.kind === "list" ? at.elements[Number(key)] : void 0;
  }
  return at;
}
function stepText(step) {
  return String(step.kind === "name" ? step.name : step.key);
}
function nameBehind(word, [first, second]) {
  return first?.kind === "name" && first.name === word && second?.kind === "name" ? second.name : void 0;
}
function partsOf(expr) {
  switch (expr.kind) {
    case "literal":
    case "reference":
      return [];
    case "object":
      return expr.entries.flatMap(
        ({ keyExpr, value }) => keyExpr === void 0 ? [value] : [keyExpr, value]
      );
    case "list":
      return expr.elements;
    case "part":
      return [expr.of];
    case "index":
      return [expr.of, expr.key];
    case "conditional":
      return [expr.condition, expr.yes, expr.no];
    case "for":
      return [expr.collection, expr.key, expr.value, expr.condition].filter((part) => part !== void 0);
    case "call":
    case "template":
    case "operation":
    case "other":
      return expr.parts;
  }
}
function referencesIn(expr) {
  if (expr.kind === "reference") return [expr.steps];
  const inner = partsOf(expr).flatMap(referencesIn);
  if (expr.kind !== "for") return inner;
  return inner.filter(([first]) => {
    const name = first === void 0 ? void 0 : stepText(first);
    return name !== expr.keyName && name !== expr.valueName;
  });
}
var CHOICES = /* @__PURE__ */ new Set(["try", "coalesce"]);
var UNIONS = /* @__PURE__ */ new Set([
  "merge",
  "concat",
  "toset",
  "tomap",
  "tolist",
  "sensitive",
  "nonsensitive"
]);
function handedOn(expr) {
  if (expr.kind === "conditional") return [expr.yes, expr.no];
  if (expr.kind !== "call" || expr.isExpanded) return void 0;
  if (CHOICES.has(expr.name)) return expr.parts;
  return UNIONS.has(expr.name) ? expr.parts.toReversed() : void 0;
}
function referenceText(steps) {
  return stepsText(steps).slice(1);
}

// src/plan/references/needs.ts
function neededAs(text2) {
  const address = parseAddress(text2);
  if (address === void 0) return void 0;
  return blockText(
    address.modules.map(({ name }) => name),
    address.block
  );
}
function blockText(modules, block) {
  return `${moduleText(modules.map((name) => ({ name, key: void 0 })))}${block}`;
}
function blockNeeds(root, text2) {
  const address = parseAddress(text2);
  if (root === void 0 || address === void 0) return { blocks: /* @__PURE__ */ new Set(), isWhole: false };
  const needs = { blocks: /* @__PURE__ */ new Set(), seen: /* @__PURE__ */ new Set(), open: [], isWhole: true };
  const place2 = address.modules.reduce((at, { name }) => at && called(at, name), {
    module: root,
    modules: [],
    by: void 0
  });
  if (place2 === void 0) return { blocks: /* @__PURE__ */ new Set(), isWhole: false };
  takeBlock(needs, place2, address.block);
  for (let next = needs.open.pop(); next !== void 0; next = needs.open.pop()) {
    spend(1);
    const steps = parseTraversal(next.text);
    if (steps === void 0) needs.isWhole = false;
    else followSteps(needs, next.at, steps);
  }
  return needs;
}
function called(from, name) {
  const call = from.module.calls.get(name);
  return call && { module: call.module, modules: [...from.modules, name], by: { call, from } };
}
function takeBlock(needs, at, block) {
  const name = blockText(at.modules, block);
  if (needs.blocks.has(name)) return;
  const element2 = at.module.resources.get(block);
  if (element2 === void 0) {
    needs.isWhole = false;
    return;
  }
  needs.blocks.add(name);
  note(needs, at, textsOf(element2));
  takeCalls(needs, at);
}
function takeCalls(needs, { by }) {
  if (by === void 0) return;
  note(needs, by.from, [...by.call.needs, ...referencesOf(by.call.forEach)]);
  takeCalls(needs, by.from);
}
function textsOf({ expressions: expressions2, forEach, needs }) {
  return [...[...expressions2.values(), forEach].flatMap(referencesOf), ...needs];
}
function referencesOf(kept) {
  return kept?.kind === "references" ? maximalReferences(kept.references) : [];
}
function note(needs, at, texts) {
  for (const text2 of texts) {
    const key = JSON.stringify([at.modules, text2]);
    if (needs.seen.has(key)) continue;
    needs.seen.add(key);
    needs.open.push({ at, text: text2 });
  }
}
var OF_THE_RUN = /* @__PURE__ */ new Set(["each", "count", "self", "path", "terraform"]);
function followSteps(needs, at, steps) {
  const [first = "", second = "", third] = steps.filter(({ kind }) => kind === "name").map(stepText);
  if (OF_THE_RUN.has(first)) return;
  switch (first) {
    case "var":
      if (at.by !== void 0) note(needs, at.by.from, referencesOf(at.by.call.expressions.get(second)));
      return;
    case "local":
      needs.isWhole = false;
      return;
    case "module":
      followOutputs(needs, called(at, second), third);
      return;
    case "data":
      if (third !== void 0) takeBlock(needs, at, `data.${second}.${third}`);
      return;
    default:
      if (second !== "") takeBlock(needs, at, `${first}.${second}`);
  }
}
function followOutputs(needs, at, output) {
  if (at === void 0) {
    needs.isWhole = false;
    return;
  }
  if (output === void 0) {
    for (const block of at.module.resources.keys()) takeBlock(needs, at, block);
    needs.isWhole = false;
    return;
  }
  note(needs, at, referencesOf(at.module.outputs.get(output)));
  takeCalls(needs, at);
}

// src/terraform/reference.ts
var NO_FORM = "its reference has an unknown form";
function refer(scope, at, steps) {
  const [first, second, ...rest] = steps;
  if (first?.kind !== "name") return scope.nowhere(at, NO_FORM);
  if (["count", "path", "terraform"].includes(first.name)) return scope.session(at);
  if (first.name === "self") return scope.nowhere(at, "it refers to itself");
  if (second?.kind !== "name") return scope.nowhere(at, NO_FORM);
  switch (first.name) {
    case "each":
      return second.name === "key" ? scope.eachKey(at) : scope.eachValue(at, rest);
    case "var":
      return scope.variable(at, second.name, rest);
    case "local":
      return scope.local(at, second.name, rest);
    case "module": {
      const [head] = rest;
      const key = head?.kind === "key" ? head.key : void 0;
      const [wanted, ...more] = key === void 0 ? rest : rest.slice(1);
      const output = wanted?.kind === "name" ? wanted.name : void 0;
      return scope.output(at, { module: second.name, key, output }, more);
    }
    case "data": {
      const [label, ...more] = rest;
      return label?.kind === "name" ? scope.resource(at, `data.${second.name}.${label.name}`, more) : scope.nowhere(at, NO_FORM);
    }
    default:
      return scope.resource(at, `${first.name}.${second.name}`, rest);
  }
}

// src/plan/references/things.ts
var NO_NAMES = /* @__PURE__ */ new Map();
function itemsOfMap(entries) {
  const byKey = new Map(
    entries.flatMap((item) => item.key === void 0 ? [] : [[String(item.key), item]])
  );
  const open = entries.filter(({ key }) => key === void 0);
  return { isList: false, all: [...byKey.values(), ...open], byKey, open };
}
function itemsOfList(values2) {
  const all = values2.map((value, key) => ({ key, value }));
  return { isList: true, all, byKey: new Map(all.map((item) => [item.key, item])), open: [] };
}
function itemsWithoutOrder(values2) {
  const all = values2.map((value) => ({ key: void 0, value }));
  return { isList: true, all, byKey: /* @__PURE__ */ new Map(), open: all };
}
function itemsAt(items, key) {
  const spelled = !items.isList ? String(key) : /^\d{1,15}$/.test(String(key)) ? Number(key) : key;
  const item = items.byKey.get(spelled);
  return item === void 0 ? items.open : [item, ...items.open];
}
function itemsOfValue(value) {
  const thing = (inner) => ({ kind: "value", value: inner });
  if (Array.isArray(value)) return itemsOfList(value.map(thing));
  if (!isRecord(value)) return void 0;
  return itemsOfMap(Object.entries(value).map(([key, inner]) => ({ key, value: thing(inner) })));
}
function keyOfStep(step) {
  return step.kind === "name" ? step.name : step.key;
}

// src/plan/references/ends.ts
var KNOWN_TO_TERRAFORM = [{ kind: "constant", value: void 0 }];
var MISSING = [{ kind: "constant", value: void 0 }];
function opaque(why) {
  return [{ kind: "opaque", why }];
}
var CIRCLE = opaque("its references go in a circle");
function constant(value, rest) {
  let at = value;
  for (const step of rest) {
    const key = keyOfStep(step);
    if (Array.isArray(at) && typeof key === "number") at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return MISSING;
  }
  return [{ kind: "constant", value: at }];
}
function valueOfEnds(ends) {
  const [only2] = ends;
  return ends.length === 1 && only2?.kind === "constant" && only2.value !== void 0 ? only2 : void 0;
}
function distinctEnds(ends) {
  spend(ends.length);
  return ends.length < 2 ? ends : firstOfEach(ends, identityOf);
}
function identityOf(end) {
  switch (end.kind) {
    case "target":
      return `target ${end.address} ${end.attribute ?? ""}`;
    case "opaque":
      return `opaque ${end.why}`;
    case "constant":
      return typeof end.value === "object" && end.value !== null ? end.value : `constant ${typeof end.value} ${String(end.value)}`;
  }
}

// src/plan/references/scope.ts
var NO_KEYS = /* @__PURE__ */ new Map();

// src/plan/references/walk.ts
function sourceText({ modules, keyword, labels, argument }) {
  return [...modules.map((step) => step.name), "", keyword, ...labels, argument].join(".");
}
function instanceIndex(instances2) {
  const blocks = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const addresses = /* @__PURE__ */ new Map();
  for (const instance2 of instances2) {
    if (instance2.isUnconfigured || instance2.after === void 0) continue;
    const address = parseAddress(instance2.address);
    if (address === void 0) continue;
    addresses.set(instance2, address);
    const name = `${moduleText(address.modules)}${address.block}`;
    let block = blocks.get(name);
    if (block === void 0) {
      block = { all: [], byKey: /* @__PURE__ */ new Map() };
      blocks.set(name, block);
    }
    block.all.push(instance2);
    block.byKey.set(address.key, instance2);
    for (const [depth, { name: called2, key }] of address.modules.entries()) {
      const call = `${moduleText(address.modules.slice(0, depth))}module.${called2}`;
      const keys = calls.get(call);
      if (keys === void 0) calls.set(call, /* @__PURE__ */ new Map([[key, true]]));
      else keys.set(key, true);
    }
  }
  return { blocks, calls, addresses };
}
var DEPTH_LIMIT2 = 200;
function deeper(walk, look) {
  if (walk.depth >= DEPTH_LIMIT2) return void 0;
  walk.depth++;
  const found = look();
  walk.depth--;
  return found;
}
function ownBlock(walk, instance2) {
  if (walk.ownBlocks.has(instance2)) return walk.ownBlocks.get(instance2);
  const block = findOwnBlock(walk, instance2);
  walk.ownBlocks.set(instance2, block);
  return block;
}
function nameOfBlock(block) {
  const labels = block.split(".");
  return labels[0] === "data" ? { keyword: "data", labels: labels.slice(1) } : { keyword: "resource", labels };
}
function findOwnBlock({ root, index }, instance2) {
  const address = instance2.isUnconfigured ? void 0 : index.addresses.get(instance2) ?? parseAddress(instance2.address);
  if (address === void 0) return void 0;
  const { modules, key } = address;
  const module = moduleAt(
    root,
    modules.map(({ name }) => name)
  );
  const block = module?.resources.get(address.block);
  if (module === void 0 || block === void 0) return void 0;
  const path9 = moduleText(modules);
  const siblings = index.blocks.get(`${path9}${address.block}`)?.byKey ?? NO_KEYS;
  return {
    scope: {
      modules,
      path: path9,
      module,
      forEach: block.forEach,
      owner: nameOfBlock(address.block),
      key,
      siblings
    },
    expressions: block.expressions,
    provider: block.provider
  };
}
function moduleAt(root, names) {
  let module = root;
  for (const name of names) module = module?.calls.get(name)?.module;
  return module;
}
function callerOf({ root, index }, scope, own) {
  const modules = scope.modules.slice(0, -1);
  const names = modules.map(({ name }) => name);
  const module = moduleAt(root, names);
  const call = module?.calls.get(own.name);
  if (module === void 0 || call === void 0) return void 0;
  const path9 = moduleText(modules);
  const siblings = index.calls.get(`${path9}module.${own.name}`) ?? NO_KEYS;
  const owner = { keyword: "module", labels: [own.name] };
  return { call, scope: { modules, path: path9, module, forEach: call.forEach, owner, key: own.key, siblings } };
}
var no = () => false;
var IS_DIRECT = {
  local: no,
  variable: no,
  output: no,
  eachKey: no,
  eachValue: no,
  resource: (_, __, rest) => rest.filter(({ kind }) => kind === "name").length === 1,
  session: no,
  nowhere: no
};
function isDirect(walk, instance2, attribute) {
  const expression = ownBlock(walk, instance2)?.expressions.get(attribute);
  if (expression?.kind !== "references") return false;
  const [reference, ...others] = maximalReferences(expression.references);
  const steps = reference === void 0 || others.length > 0 ? void 0 : parseTraversal(reference);
  return steps !== void 0 && refer(IS_DIRECT, void 0, steps);
}

// src/plan/references/sites.ts
function sourceAt(walk, { modules }, block, argument) {
  const name = { ...block, modules, argument };
  const expr = walk.readSource(name);
  if (expr === void 0) walk.unread.set(sourceText(name), name);
  return expr;
}
function scopeWithin(scope, step, module) {
  const modules = [...scope.modules, step];
  return { ...NO_EACH, modules, path: moduleText(modules), module };
}
var NO_EACH = { forEach: void 0, owner: void 0, key: void 0, siblings: NO_KEYS };
function withoutEach(scope) {
  return scope.owner === void 0 ? scope : { ...scope, ...NO_EACH };
}
function written(expr, scope) {
  return expr === void 0 ? void 0 : { kind: "written", expr, scope, names: NO_NAMES };
}
function localThing(walk, scope, name) {
  return written(sourceAt(walk, scope, { keyword: "locals", labels: [] }, name), withoutEach(scope));
}
function forEachThing(walk, scope) {
  const { owner, forEach } = scope;
  if (forEach?.kind === "constant") return { kind: "value", value: forEach.value };
  return owner === void 0 ? void 0 : written(sourceAt(walk, scope, owner, "for_each"), withoutEach(scope));
}
function thingNamed(walk, scope, steps) {
  return refer(THINGS, { walk, scope }, steps);
}
var nothing = () => void 0;
var THINGS = {
  local: ({ walk, scope }, name, rest) => named(localThing(walk, scope, name), rest),
  variable: ({ walk, scope }, name, rest) => {
    const own = scope.modules.at(-1);
    if (own === void 0) {
      return walk.variables.has(name) ? valueAt(walk.variables.get(name), rest) : void 0;
    }
    const caller = callerOf(walk, scope, own);
    const argument = caller?.call.expressions.get(name);
    if (caller !== void 0 && argument !== void 0) {
      const block = { keyword: "module", labels: [own.name] };
      return named(keptThing(walk, argument, { scope: caller.scope, block, argument: name }), rest);
    }
    const declared = scope.module.variables.get(name);
    return declared !== void 0 && "default" in declared ? valueAt(declared.default, rest) : void 0;
  },
  output: ({ walk, scope }, { module: name, key, output }, rest) => {
    const module = scope.module.calls.get(name)?.module;
    const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
    if (output === void 0) {
      const base = [NAME_OF_MODULE, { kind: "name", name }];
      return key === void 0 ? named(instances(scope, base, all), rest) : void 0;
    }
    const expression = module?.outputs.get(output);
    const isOne = key !== void 0 || all.size === 0 || all.size === 1 && all.has(void 0);
    if (module === void 0 || expression === void 0 || !isOne) return void 0;
    const inside = scopeWithin(scope, { name, key }, module);
    const block = { keyword: "output", labels: [output] };
    return named(keptThing(walk, expression, { scope: inside, block, argument: "value" }), rest);
  },
  eachKey: ({ scope }) => scope.key === void 0 ? void 0 : valueAt(scope.key, []),
  eachValue: ({ walk, scope }, rest) => {
    const { key } = scope;
    const collection = key === void 0 ? void 0 : forEachThing(walk, scope);
    return key === void 0 ? void 0 : named(collection, [{ kind: "key", key }, ...rest]);
  },
  resource: ({ walk, scope }, block, rest) => {
    if (rest.length > 0) return void 0;
    const byKey = walk.index.blocks.get(`${scope.path}${block}`)?.byKey;
    const base = block.split(".").map((name) => ({ kind: "name", name }));
    if (byKey !== void 0) return named(instances(scope, base, byKey), rest);
    return scope.module.resources.has(block) ? named(NO_INSTANCES, rest) : void 0;
  },
  session: nothing,
  nowhere: nothing
};
var NAME_OF_MODULE = { kind: "name", name: "module" };
var NO_INSTANCES = { kind: "items", items: itemsOfList([]) };
function named(thing, rest) {
  return thing === void 0 ? void 0 : { thing, rest };
}
function valueAt(value, rest) {
  return { thing: { kind: "value", value }, rest };
}
function keptThing(walk, kept, { scope, block, argument }) {
  return kept.kind === "constant" ? { kind: "value", value: kept.value } : written(sourceAt(walk, scope, block, argument), scope);
}
function instances(scope, base, all) {
  const keys = [...all.keys()].filter((key) => key !== void 0);
  if (keys.length === 0 || keys.length < all.size) return void 0;
  const numbers = keys.filter((key) => typeof key === "number").sort((a, b) => a - b);
  const values2 = (of) => of.map((key) => ({ key, value: instance(scope, base, key) }));
  const items = numbers.length === keys.length ? itemsOfList(values2(numbers).map(({ value }) => value)) : itemsOfMap(values2(keys));
  return { kind: "items", items };
}
function instance(scope, base, key) {
  const expr = { kind: "reference", span: NO_SPAN, steps: [...base, { kind: "key", key }] };
  return { kind: "written", expr, scope, names: NO_NAMES };
}
var NO_SPAN = { line: 0, endLine: 0 };

// src/plan/references/evaluator.ts
var TEXT_LIMIT_CHARS = 1e4;
var ITEMS_LIMIT = 1e5;
function keyIn(thing, look) {
  const value = look.value(thing)?.value;
  return typeof value === "string" || typeof value === "number" ? value : void 0;
}
function isNullOrEmpty(known) {
  return known !== void 0 && (known.value === null || known.value === "");
}

// src/plan/references/collections.ts
function allItems(things, { items }) {
  const all = things.flatMap((thing) => items(thing) ?? []);
  return all.length === things.length && isSmall(all) ? all : void 0;
}
var same = ([first], { items }) => first === void 0 ? void 0 : items(first);
function isSmall(all) {
  return all.reduce((size, items) => size + items.all.length, 0) <= ITEMS_LIMIT;
}
function listOf(values2, isOrdered) {
  return isOrdered ? itemsOfList(values2) : itemsWithoutOrder(values2);
}
var concat = (things, look) => {
  const all = allItems(things, look);
  if (all === void 0) return void 0;
  const isOrdered = all.every(({ open }) => open.length === 0);
  return listOf(
    all.flatMap((items) => items.all.map(({ value }) => value)),
    isOrdered
  );
};
var flatten = ([list2], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  if (items === void 0) return void 0;
  let isOrdered = items.open.length === 0;
  const values2 = [];
  for (const { value } of items.all) {
    const inner = look.items(value)?.isList === true ? flatten([value], look) : void 0;
    if (inner !== void 0 && inner.open.length > 0) isOrdered = false;
    if (values2.length + (inner?.all.length ?? 1) > ITEMS_LIMIT) return void 0;
    for (const one of inner?.all ?? [{ value }]) values2.push(one.value);
  }
  return listOf(values2, isOrdered);
};
function unordered(items) {
  return items && itemsWithoutOrder(items.all.map(({ value }) => value));
}
var reverse = ([list2], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  return items && listOf(items.all.map(({ value }) => value).reverse(), items.open.length === 0);
};
var slice = ([list2, from, to], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  const [start, end] = [from, to].map(
    (bound) => bound === void 0 ? void 0 : look.value(bound)?.value
  );
  if (typeof start !== "number" || typeof end !== "number" || items?.open.length !== 0) return void 0;
  return itemsOfList(items.all.slice(start, end).map(({ value }) => value));
};
var sort = ([list2], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  const known = items?.all.flatMap(({ value }) => keyIn(value, look) ?? []);
  if (items === void 0 || known === void 0) return void 0;
  return known.length === items.all.length ? listOfValues(known.map(String).sort()) : unordered(items);
};
var split = ([separator, text2], look) => {
  const [by, of] = [separator, text2].map(
    (thing) => thing === void 0 ? void 0 : look.value(thing)?.value
  );
  return typeof by === "string" && typeof of === "string" ? listOfValues(of.split(by)) : void 0;
};
function listOfValues(all) {
  return itemsOfList(all.map((value) => ({ kind: "value", value })));
}
var toSet = ([list2], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  return items && itemsOfMap(items.all.map(({ value }) => ({ key: keyIn(value, look), value })));
};
var compact = ([list2], look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  if (items === void 0) return void 0;
  const kept = items.all.filter(({ value }) => !isNullOrEmpty(look.value(value)));
  return listOf(
    kept.map(({ value }) => value),
    items.open.length === 0
  );
};
var values = ([map], look) => {
  const items = map === void 0 ? void 0 : look.items(map);
  if (items === void 0) return void 0;
  const sorted2 = [...items.all].sort((a, b) => String(a.key) < String(b.key) ? -1 : 1);
  return listOf(
    (items.isList ? items.all : sorted2).map(({ value }) => value),
    items.open.length === 0
  );
};
var namesOf = ([map], look) => {
  const items = map === void 0 ? void 0 : look.items(map);
  if (items === void 0 || items.open.length > 0) return void 0;
  return listOfValues(items.all.map(({ key }) => String(key)).sort());
};
var setProduct = (things, look) => {
  const all = allItems(things, look);
  if (all === void 0 || all.reduce((size, { all: { length } }) => size * length, 1) > PRODUCT_LIMIT)
    return void 0;
  const rows = all.reduce(
    (found, items) => found.flatMap((row2) => items.all.map(({ value }) => [...row2, value])),
    [[]]
  );
  return itemsWithoutOrder(rows.map((row2) => ({ kind: "items", items: itemsOfList(row2) })));
};
var PRODUCT_LIMIT = 1e4;
var zipMap = ([names, list2], look) => {
  if (names === void 0 || list2 === void 0) return void 0;
  const [all, by] = [look.items(names), look.items(list2)];
  return all && by && itemsOfMap(all.all.map(({ value }, i) => ({ key: keyIn(value, look), value: elementAt(by, i) })));
};
function elementAt(items, index) {
  const found = itemsAt(items, index).map(({ value }) => value);
  const [only2] = found;
  return only2 !== void 0 && found.length === 1 ? only2 : { kind: "items", items: itemsWithoutOrder(found) };
}
var firstTold = (things, look) => {
  for (const thing of things) {
    const items = look.items(thing);
    if (items !== void 0 && items.all.length > 0) return items;
    if (items === void 0 && look.ends(thing, []) !== MISSING) return void 0;
  }
  return void 0;
};
var COLLECTIONS = /* @__PURE__ */ new Map([
  ["tolist", same],
  ["tomap", same],
  ["sensitive", same],
  ["nonsensitive", same],
  ["distinct", (things, look) => unordered(same(things, look))],
  ["reverse", reverse],
  ["slice", slice],
  ["sort", sort],
  ["split", split],
  ["toset", toSet],
  ["setunion", (things, look) => toSet(things.length === 1 ? things : wrapped(concat(things, look)), look)],
  ["concat", concat],
  [
    "merge",
    (things, look) => {
      const all = allItems(things, look);
      return all && itemsOfMap(all.flatMap((items) => items.all));
    }
  ],
  ["flatten", flatten],
  ["compact", compact],
  ["values", values],
  ["keys", namesOf],
  ["setproduct", setProduct],
  ["zipmap", zipMap],
  ["coalescelist", firstTold],
  ["try", firstTold]
]);
function wrapped(items) {
  return items === void 0 ? [] : [{ kind: "items", items }];
}

// src/plan/references/operations.ts
function calculated(operator, parts) {
  const [left, right] = parts;
  if (operator === "&&" || operator === "||") {
    const decisive2 = operator === "||";
    if (parts.some((part) => part?.value === decisive2)) return { value: decisive2 };
    return parts.every((part) => part?.value === !decisive2) ? { value: !decisive2 } : void 0;
  }
  if (left === void 0) return void 0;
  if (right === void 0) {
    return operator === "!" && parts.length === 1 && typeof left.value === "boolean" ? { value: !left.value } : void 0;
  }
  if (operator === "==" || operator === "!=") return compared(operator, left.value, right.value);
  if (typeof left.value !== "number" || typeof right.value !== "number") return void 0;
  const calculate = ARITHMETIC.get(operator);
  return calculate === void 0 ? void 0 : { value: calculate(left.value, right.value) };
}
var ARITHMETIC = /* @__PURE__ */ new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["%", (a, b) => a % b],
  ["<", (a, b) => a < b],
  ["<=", (a, b) => a <= b],
  [">", (a, b) => a > b],
  [">=", (a, b) => a >= b]
]);
function compared(operator, left, right) {
  if ([left, right].some((value) => typeof value === "object" && value !== null)) {
    return left === null || right === null ? { value: operator === "!=" } : void 0;
  }
  return { value: left === right === (operator === "==") };
}

// src/plan/references/picks.ts
var tried = (things, path9, { ends }) => {
  const found = [];
  for (const thing of things) {
    const next = ends(thing, path9);
    if (next === MISSING) continue;
    found.push(next);
    if (next.every((end) => end.kind === "target" || end.kind === "constant" && end.value !== void 0))
      break;
  }
  return found.length === 0 ? MISSING : distinctEnds(found.flat());
};
var coalesced = (things, path9, { ends }) => {
  const found = [];
  for (const thing of things) {
    const all = ends(thing, path9);
    const next = all.filter((end) => end.kind !== "constant" || !isNullOrEmpty({ value: end.value }));
    found.push(next);
    const isThere2 = next.length === all.length && next.length > 0;
    if (isThere2 && next.every((end) => end.kind === "target" && end.attribute === "id")) break;
    if (isThere2 && next.every((end) => end.kind === "constant" && end.value !== void 0)) break;
  }
  return distinctEnds(found.flat());
};
var looked = ([map, key, otherwise], path9, look) => {
  if (map === void 0 || key === void 0) return void 0;
  const [items, name] = [look.items(map), keyIn(key, look)];
  if (items === void 0) return void 0;
  const found = name === void 0 ? items.all : itemsAt(items, name);
  const ends = found.map(({ value }) => look.ends(value, path9));
  const isSure = name !== void 0 && found.length > 0 && items.open.length === 0;
  if (isSure || otherwise === void 0) return ends.length === 0 ? MISSING : distinctEnds(ends.flat());
  return distinctEnds([...ends, look.ends(otherwise, path9)].flat());
};
var merged = (maps, [first, ...rest], look) => {
  if (first === void 0) return void 0;
  for (const [i, map] of [...maps.entries()].reverse()) {
    const items = look.items(map);
    const found = items === void 0 ? [] : itemsAt(items, keyOfStep(first));
    const [one, ...others] = found;
    if (one !== void 0 && others.length === 0 && items?.open.length === 0)
      return look.ends(one.value, rest);
    if (items === void 0 && i === 0) return look.ends(map, [first, ...rest]);
    if (items === void 0 || found.length > 0) return void 0;
  }
  return MISSING;
};
var element = ([list2, index], path9, look) => {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  if (items === void 0 || index === void 0) return void 0;
  const { length } = items.all;
  if (length === 0) return MISSING;
  const number = look.value(index)?.value;
  const found = typeof number === "number" ? itemsAt(items, number % length) : items.all;
  return distinctEnds(found.flatMap(({ value }) => look.ends(value, path9)));
};
function only(list2, path9, look, none) {
  const items = list2 === void 0 ? void 0 : look.items(list2);
  if (items === void 0) return void 0;
  if (items.all.length === 0) return [{ kind: "constant", value: none }];
  return distinctEnds(items.all.flatMap(({ value }) => look.ends(value, path9)));
}
var handed = ([thing], path9, look) => thing === void 0 ? void 0 : look.ends(thing, path9);
var PICKS = /* @__PURE__ */ new Map([
  ["try", tried],
  ["coalesce", coalesced],
  ["lookup", looked],
  ["merge", merged],
  ["element", element],
  ["one", ([list2], path9, look) => only(list2, path9, look, null)],
  ["join", ([, list2], path9, look) => only(list2, path9, look, "")],
  ["tostring", handed],
  ["sensitive", handed],
  ["nonsensitive", handed]
]);
var PLAIN3 = /* @__PURE__ */ new Map([
  ["format", formatted],
  ["trimprefix", text((value, start) => value.startsWith(start) ? value.slice(start.length) : value)],
  [
    "trimsuffix",
    text((value, end) => value.endsWith(end) ? value.slice(0, value.length - end.length) : value)
  ],
  ["replace", text((value, old, by) => /^\/.*\/$/.test(old) ? void 0 : value.replaceAll(old, () => by))],
  ["tonumber", text((value) => /^\d{1,15}$/.test(value) ? Number(value) : void 0)],
  [
    "join",
    ([separator, list2], look) => {
      const items = list2 === void 0 ? void 0 : look.items(list2);
      const by = separator === void 0 ? void 0 : look.text(separator);
      const texts = items?.all.map(({ value }) => look.text(value));
      if (by === void 0 || items?.open.length !== 0 || texts?.includes(void 0) !== false)
        return void 0;
      return shortText(texts.join(by));
    }
  ],
  ["lower", text((value) => value.toLowerCase())],
  ["upper", text((value) => value.toUpperCase())],
  ["trimspace", text((value) => value.trim())],
  [
    "length",
    ([thing], look) => {
      const items = thing === void 0 ? void 0 : look.items(thing);
      const known = thing === void 0 ? void 0 : look.value(thing)?.value;
      if (typeof known === "string") return { value: known.length };
      return items === void 0 || items.open.length > 0 ? void 0 : { value: items.all.length };
    }
  ],
  [
    "contains",
    ([list2, wanted], look) => {
      const items = list2 === void 0 ? void 0 : look.items(list2);
      const known = wanted === void 0 ? void 0 : look.value(wanted);
      const elements2 = items?.all.map(({ value }) => look.value(value));
      if (elements2 === void 0 || known === void 0) return void 0;
      if (elements2.some((one) => one !== void 0 && one.value === known.value)) return { value: true };
      return elements2.includes(void 0) ? void 0 : { value: false };
    }
  ]
]);
function formatted([pattern, ...things], look) {
  const form = pattern === void 0 ? void 0 : look.value(pattern)?.value;
  const known = things.flatMap((thing) => keyIn(thing, look) ?? []);
  if (typeof form !== "string" || known.length < things.length || /%(?![sd])/.test(form)) return void 0;
  const rest = known.values();
  return shortText(form.replace(/%[sd]/g, () => String(rest.next().value ?? "")));
}
function shortText(value) {
  return value.length > TEXT_LIMIT_CHARS ? void 0 : { value };
}
function text(change) {
  return (things, look) => {
    const [value, how = "", by = ""] = things.map((thing) => look.text(thing));
    if (value === void 0 || things.length > things.flatMap((thing) => look.text(thing) ?? []).length)
      return void 0;
    const changed = change(value, how, by);
    return changed === void 0 ? void 0 : typeof changed === "number" ? { value: changed } : shortText(changed);
  };
}

// src/plan/references/repeated.ts
function itemsOfFor(thing, expr, look) {
  const collection = { ...thing, expr: expr.collection };
  const over = look.items(collection) ?? (expr.isSplat ? alone(collection, look) : void 0);
  if (over === void 0 || over.all.length > ITEMS_LIMIT) return void 0;
  const items = [];
  let isSure = over.open.length === 0;
  for (const item of over.all) {
    const names = namesWith(thing.names, expr, item);
    const inner = (part) => ({ ...thing, names, expr: part });
    const test = expr.condition && look.value(inner(expr.condition));
    if (test?.value === false) continue;
    if (expr.condition !== void 0 && test?.value !== true) isSure = false;
    const key = expr.key && look.text(inner(expr.key));
    items.push({ key, value: inner(expr.value) });
  }
  if (expr.key !== void 0) return expr.isGrouped ? grouped(items) : itemsOfMap(items);
  const values2 = items.map(({ value }) => value);
  return isSure ? itemsOfList(values2) : itemsWithoutOrder(values2);
}
function alone(thing, look) {
  const ends = look.ends(thing, []);
  const [only2] = ends;
  return ends.length === 1 && only2?.kind === "target" ? itemsOfList([thing]) : void 0;
}
function namesWith(names, { keyName, valueName }, { key, value }) {
  const all = new Map(names).set(valueName, value);
  return keyName === void 0 ? all : all.set(keyName, { kind: "value", value: key });
}
function grouped(items) {
  const lists = /* @__PURE__ */ new Map();
  for (const { key, value } of items) {
    const list2 = lists.get(key);
    if (list2 === void 0) lists.set(key, [value]);
    else list2.push(value);
  }
  const entries = Array.from(lists, ([key, values2]) => ({
    key,
    value: { kind: "items", items: itemsOfList(values2) }
  }));
  return itemsOfMap(entries);
}

// src/plan/references/written.ts
function leadsOf(walk, thing, path9) {
  switch (thing.kind) {
    case "value":
      return constant(thing.value, path9);
    case "items":
      return leadsOfItems(walk, thing.items, path9);
    case "written":
      spend(1);
      return deeper(walk, () => leadsOfWritten(walk, thing, path9)) ?? CIRCLE;
  }
}
function itemsOf(walk, thing) {
  if (thing.kind === "value") return itemsOfValue(thing.value);
  if (thing.kind === "items") return thing.items;
  if (thing.names.size > 0 || thing.scope.owner !== void 0) return itemsOnce(walk, thing);
  const { expr, scope } = thing;
  const told2 = walk.items.get(expr) ?? /* @__PURE__ */ new Map();
  walk.items.set(expr, told2);
  if (!told2.has(scope.path)) {
    told2.set(scope.path, void 0);
    told2.set(scope.path, itemsOnce(walk, thing));
  }
  return told2.get(scope.path);
}
function itemsOnce(walk, thing) {
  spend(1);
  return deeper(walk, () => itemsOfWritten(walk, thing));
}
function valueOf(walk, thing) {
  const { isExact } = walk;
  walk.isExact = true;
  const value = exactValueOf(walk, thing);
  walk.isExact = isExact;
  return value;
}
function exactValueOf(walk, thing) {
  if (thing.kind !== "written") return thing.kind === "value" ? thing : void 0;
  const { expr } = thing;
  const inner = (part) => ({ ...thing, expr: part });
  if (expr.kind === "template") return joinedText(expr.parts.map((part) => textOf(walk, inner(part))));
  if (expr.kind === "operation") {
    return calculated(
      expr.operator,
      expr.parts.map((part) => valueOf(walk, inner(part)))
    );
  }
  const plain2 = expr.kind === "call" && !expr.isExpanded ? PLAIN3.get(expr.name) : void 0;
  return plain2 === void 0 || expr.kind !== "call" ? valueOfEnds(leadsOf(walk, thing, [])) : plain2(expr.parts.map(inner), lookOf(walk));
}
function joinedText(texts) {
  const value = texts.join("");
  return texts.includes(void 0) || value.length > TEXT_LIMIT_CHARS ? void 0 : { value };
}
function isScalar(value) {
  return ["string", "number", "boolean"].includes(typeof value);
}
function lookOf(walk) {
  return {
    ends: (thing, path9) => leadsOf(walk, thing, path9),
    items: (thing) => itemsOf(walk, thing),
    value: (thing) => valueOf(walk, thing),
    text: (thing) => textOf(walk, thing)
  };
}
function leadsOfWritten(walk, thing, path9) {
  const { expr } = thing;
  const inner = (part, rest = path9) => leadsOf(walk, { ...thing, expr: part }, rest);
  switch (expr.kind) {
    case "literal":
      return constant(expr.value, path9);
    case "reference":
      return leadsOfReference(walk, thing, expr.steps, path9);
    case "part":
      return inner(expr.of, [expr.step, ...path9]);
    case "index": {
      const key = keyIn({ ...thing, expr: expr.key }, lookOf(walk));
      if (key !== void 0) return inner(expr.of, [{ kind: "key", key }, ...path9]);
      return inner(expr.key, []) === MISSING ? MISSING : leadsOfAny(walk, { ...thing, expr: expr.of }, path9);
    }
    case "conditional": {
      const test = valueOf(walk, { ...thing, expr: expr.condition });
      if (test?.value === true) return inner(expr.yes);
      return test?.value === false ? inner(expr.no) : distinctEnds([...inner(expr.yes), ...inner(expr.no)]);
    }
    case "template":
    case "operation": {
      const value = valueOf(walk, thing);
      return value === void 0 ? loosely(walk, thing, path9) : constant(value.value, path9);
    }
    case "call":
      return leadsOfCall(walk, thing, expr, path9);
    case "object":
    case "list":
    case "for": {
      const items = itemsOf(walk, thing);
      return items === void 0 ? loosely(walk, thing, path9) : leadsOfItems(walk, items, path9);
    }
    case "other":
      return loosely(walk, thing, path9);
  }
}
function leadsOfReference(walk, { scope, names }, steps, path9) {
  const [first, ...own] = steps;
  const bound = first === void 0 ? void 0 : names.get(stepText(first));
  if (bound !== void 0) return leadsOf(walk, bound, [...own, ...path9]);
  const references = [referenceText([...steps, ...path9])];
  return walk.evaluate(walk, { kind: "references", references }, { scope, rest: [] });
}
function leadsOfAny(walk, of, path9) {
  const items = itemsOf(walk, of);
  if (items === void 0) return loosely(walk, of, path9);
  return anyOf(items.all.map(({ value }) => leadsOf(walk, value, path9)));
}
function leadsOfItems(walk, items, path9) {
  const [first, ...rest] = path9;
  if (first === void 0 && walk.isExact) return KNOWN_TO_TERRAFORM;
  if (first === void 0) return anyOf(items.all.map(({ value }) => leadsOf(walk, value, [])));
  const found = itemsAt(items, keyOfStep(first));
  return found.length === 0 ? MISSING : anyOf(found.map(({ value }) => leadsOf(walk, value, rest)));
}
function leadsOfCall(walk, thing, expr, path9) {
  const parts = expr.parts.map((part) => ({ ...thing, expr: part }));
  const look = lookOf(walk);
  const value = PLAIN3.has(expr.name) ? valueOf(walk, thing) : void 0;
  if (value !== void 0) return constant(value.value, path9);
  const picked = expr.isExpanded ? void 0 : PICKS.get(expr.name)?.(parts, path9, look);
  if (picked !== void 0) return picked;
  const items = COLLECTIONS.has(expr.name) ? itemsOf(walk, thing) : void 0;
  return items === void 0 ? loosely(walk, thing, path9) : leadsOfItems(walk, items, path9);
}
function loosely(walk, { expr, scope, names }, rest) {
  const free2 = [];
  const bound = [];
  for (const steps of referencesIn(expr)) {
    const [first, ...own] = steps;
    const thing = first === void 0 ? void 0 : names.get(stepText(first));
    if (thing === void 0) free2.push(referenceText(steps));
    else bound.push(leadsOf(walk, thing, own));
  }
  const kept = walk.evaluate(walk, { kind: "references", references: free2 }, { scope, rest });
  const ends = anyOf(free2.length === 0 ? bound : [...bound, kept]);
  return distinctEnds(ends.map((end) => end.kind === "constant" ? UNTOLD : end));
}
var UNTOLD = { kind: "constant", value: void 0 };
function anyOf(all) {
  const [only2] = all;
  if (only2 !== void 0 && all.length === 1) return only2;
  return all.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(all.flat());
}
function itemsOfWritten(walk, thing) {
  const { expr } = thing;
  const inner = (part) => ({ ...thing, expr: part });
  switch (expr.kind) {
    case "object":
      return itemsOfMap(
        expr.entries.map(({ key, keyExpr, value }) => ({
          key: keyExpr === void 0 ? key : textOf(walk, inner(keyExpr)),
          value: inner(value)
        }))
      );
    case "list":
      return itemsOfList(expr.elements.map(inner));
    case "reference":
    case "part":
    case "index":
    case "conditional": {
      const at = stepInto(walk, thing, []);
      return at === void 0 || at === thing ? void 0 : itemsOf(walk, at);
    }
    case "for":
      return itemsOfFor(thing, expr, lookOf(walk));
    case "call": {
      const collect = COLLECTIONS.get(expr.name);
      const parts = expr.parts.map(inner);
      const all = expr.isExpanded ? expanded(walk, parts) : parts;
      return all === void 0 ? void 0 : collect?.(all, lookOf(walk));
    }
    case "literal":
    case "template":
    case "operation":
    case "other":
      return void 0;
  }
}
function expanded(walk, parts) {
  const last = parts.at(-1);
  const items = last === void 0 ? void 0 : itemsOf(walk, last);
  return items === void 0 ? void 0 : [...parts.slice(0, -1), ...items.all.map(({ value }) => value)];
}
function textOf(walk, thing) {
  const value = valueOf(walk, thing)?.value;
  return isScalar(value) ? String(value) : void 0;
}
function stepInto(walk, thing, path9) {
  if (thing.kind === "written") {
    const { expr } = thing;
    const inner = (part) => ({ ...thing, expr: part });
    if (expr.kind === "reference") return stepIntoReference(walk, thing, [...expr.steps, ...path9]);
    if (expr.kind === "conditional") {
      const test = textOf(walk, inner(expr.condition));
      if (test !== "true" && test !== "false") return void 0;
      return stepInto(walk, inner(test === "true" ? expr.yes : expr.no), path9);
    }
    if (expr.kind === "part") return stepInto(walk, inner(expr.of), [expr.step, ...path9]);
    if (expr.kind === "index") {
      const key = textOf(walk, inner(expr.key));
      return key === void 0 ? void 0 : stepInto(walk, inner(expr.of), [{ kind: "key", key }, ...path9]);
    }
  }
  const [first, ...rest] = path9;
  if (first === void 0) return thing;
  const items = itemsOf(walk, thing);
  const [only2, ...others] = items === void 0 ? [] : itemsAt(items, keyOfStep(first));
  return only2 === void 0 || others.length > 0 ? void 0 : stepInto(walk, only2.value, rest);
}
function stepIntoReference(walk, thing, steps) {
  const [first, ...own] = steps;
  const bound = first === void 0 ? void 0 : thing.names.get(stepText(first));
  if (bound !== void 0) return deeper(walk, () => stepInto(walk, bound, own));
  const found = thingNamed(walk, thing.scope, steps);
  return found === void 0 ? void 0 : deeper(walk, () => stepInto(walk, found.thing, found.rest));
}

// src/plan/references/follow.ts
function follow(walk, instance2, attribute, rest = []) {
  const memory = walk.followed.get(instance2) ?? /* @__PURE__ */ new Map();
  walk.followed.set(instance2, memory);
  const way = `${String(walk.isExact)} ${attribute} ${stepsText(rest)}`;
  return once(memory, way, () => followOwn(walk, instance2, attribute, rest));
}
function followOwn(walk, instance2, attribute, rest) {
  const block = ownBlock(walk, instance2);
  if (block === void 0) return opaque("its block is not in the configuration");
  const expression = block.expressions.get(attribute);
  if (expression === void 0) return [{ kind: "constant", value: null }];
  const { scope } = block;
  return evaluateAt(walk, expression, { block: scope.owner, argument: attribute, place: { scope, rest } });
}
function evaluateAt(walk, expression, { block, argument, place: place2 }) {
  const kept = evaluate(walk, expression, place2);
  const isKnown = kept.every(isConstant);
  const isProved = expression.kind === "constant" || !walk.isExact;
  if (isKnown && isProved || kept.length === 1 && isTarget(kept[0])) return kept;
  const expr = block === void 0 ? void 0 : sourceAt(walk, place2.scope, block, argument);
  if (expr === void 0) return isKnown && !isProved ? KNOWN_TO_TERRAFORM : kept;
  const ends = leadsOf(walk, { kind: "written", expr, scope: place2.scope, names: NO_NAMES }, place2.rest);
  return ends.some(({ kind }) => kind === "opaque") ? kept : ends;
}
function isTarget(end) {
  return end?.kind === "target";
}
function isConstant({ kind }) {
  return kind === "constant";
}
function evaluate(walk, expression, { scope, rest }) {
  if (expression.kind === "opaque") return KNOWN_TO_TERRAFORM;
  if (expression.kind === "constant") return constant(expression.value, rest);
  const { references } = expression;
  return deeper(walk, () => evaluateReferences(walk, references, { scope, rest })) ?? CIRCLE;
}
function evaluateReferences(walk, all, { scope, rest }) {
  const references = maximalReferences(all);
  const ownKey = references.find((r) => r === "each.key" || r === "count.index");
  if (ownKey !== void 0 && references.length === 1) return constant(scope.key ?? null, []);
  const keyed = ownKey !== void 0 && references.length === 2;
  const found = references.filter((reference) => reference !== ownKey).map((reference) => {
    const own = parseTraversal(reference);
    if (own === void 0) return opaque("its reference has an unknown form");
    spend(1);
    const steps = [...own, ...rest];
    return refer(IN_PLAN, { walk, scope, steps, keyed, own: own.length }, steps);
  });
  const [only2] = found;
  if (only2 !== void 0 && found.length === 1 && rest.length === 0 && only2.length > 0) return only2;
  const ends = found.flat();
  return ends.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(ends);
}
var IN_PLAN = {
  local: (site, name, rest) => followedOnce(site, () => followLocal(site, name, rest)),
  variable: (site, name, rest) => followedOnce(site, () => followVariable(site, name, rest)),
  output: (site, named2, rest) => followedOnce(site, () => followOutput(site, named2, rest)),
  eachKey: ({ scope }) => constant(scope.key ?? null, []),
  eachValue: followEach,
  resource: followResource,
  session: () => [],
  nowhere: (_, why) => opaque(why)
};
function followedOnce({ walk, scope, own, steps }, lead) {
  return once(walk.known, `${scope.path} ${String(walk.isExact)} ${String(own)}${stepsText(steps)}`, lead);
}
function once(memory, way, lead) {
  const found = memory.get(way);
  if (found !== void 0) return found;
  memory.set(way, CIRCLE);
  const ends = lead();
  memory.set(way, ends);
  return ends;
}
function followEach({ walk, scope }, rest) {
  const { key, forEach } = scope;
  if (key === void 0) return opaque("its for_each is not in the plan");
  const steps = [{ kind: "key", key }, ...rest];
  const place2 = { scope: withoutEach(scope), rest: steps };
  const kept = forEach === void 0 ? KNOWN_TO_TERRAFORM : evaluate(walk, forEach, place2);
  const isValue = !walk.isExact && valueOfEnds(kept) !== void 0;
  const isDecided = forEach?.kind === "constant" || kept.length === 1 && (isTarget(kept[0]) || isValue);
  const written2 = isDecided ? void 0 : forEachThing(walk, scope);
  const ends = written2 === void 0 ? kept : leadsOf(walk, written2, steps);
  if (written2 === void 0 && !isDecided && walk.isExact && ends.every(isConstant))
    return KNOWN_TO_TERRAFORM;
  const isSet2 = forEach !== void 0 && valueOfEnds(ends) === void 0 && ends.every(isConstant);
  return isSet2 && rest.length === 0 ? constant(key, []) : ends;
}
function followVariable({ walk, scope }, name, rest) {
  const own = scope.modules.at(-1);
  if (own === void 0) {
    return walk.variables.has(name) ? constant(walk.variables.get(name), rest) : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === void 0) return opaque("its module call is not in the configuration");
  const argument = caller.call.expressions.get(name);
  if (argument !== void 0) {
    const place2 = { scope: caller.scope, rest };
    return evaluateAt(walk, argument, { block: caller.scope.owner, argument: name, place: place2 });
  }
  const declared = scope.module.variables.get(name);
  return declared !== void 0 && "default" in declared ? constant(declared.default, rest) : opaque(`the variable \`${name}\` is not set`);
}
function followLocal({ walk, scope }, name, rest) {
  const thing = localThing(walk, scope, name);
  return thing === void 0 ? opaque(`the plan does not keep the local value \`${name}\``) : leadsOf(walk, thing, rest);
}
function followOutput({ walk, scope, own }, named2, rest) {
  const { module: name, key, output } = named2;
  const module = scope.module.calls.get(name)?.module;
  if (module === void 0) return opaque(`the module \`${name}\` is not in the configuration`);
  if (output === void 0) return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(output);
  if (expression === void 0) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
  const isOne = key !== void 0 && (own > 2 || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [void 0] : [...all.keys()];
  const block = { keyword: "output", labels: [output] };
  const found = keys.map((instanceKey) => {
    const inside = scopeWithin(scope, { name, key: instanceKey }, module);
    return evaluateAt(walk, expression, { block, argument: "value", place: { scope: inside, rest } });
  });
  const [only2] = found;
  return only2 !== void 0 && found.length === 1 ? only2 : distinctEnds(found.flat());
}
function followResource(site, name, tail) {
  const { walk, scope } = site;
  const block = walk.index.blocks.get(`${scope.path}${name}`);
  const own = site.own - (site.steps.length - tail.length);
  const picked = block === void 0 ? void 0 : pick(site, block, { tail, own });
  if (picked === void 0 || picked.instances.length === 0) {
    return scope.module.resources.has(name) ? MISSING : opaque("the plan does not show what it refers to");
  }
  const rest = tail.slice(picked.used);
  const ends = picked.instances.flatMap((instance2) => {
    const path9 = own > picked.used ? rest : fromAttribute(instance2, rest);
    return followInstance(walk, instance2, path9);
  });
  return distinctEnds(ends);
}
function pick({ walk, scope, keyed }, block, { tail, own }) {
  const [head] = tail;
  const isKey = head?.kind === "key";
  const key = head === void 0 ? void 0 : keyOfStep(head);
  const named2 = key === void 0 ? void 0 : instanceWith(block, key);
  if (isKey && own > 0) return { instances: named2 === void 0 ? [] : [named2], used: 1 };
  if (named2 !== void 0 && typeof key === "string") return { instances: [named2], used: 1 };
  const alike2 = keyed ? block.byKey.get(scope.key) : void 0;
  const isOurs = typeof scope.key === "string" || hasSameKeys(walk, scope.siblings, block.byKey);
  return { instances: alike2 !== void 0 && isOurs ? [alike2] : block.all, used: isKey ? 1 : 0 };
}
function instanceWith({ byKey }, key) {
  return byKey.get(key) ?? byKey.get(typeof key === "number" ? String(key) : Number(key));
}
function fromAttribute({ after }, path9) {
  const isAttribute = (step) => step.kind === "name" && after !== void 0 && (Object.hasOwn(after.values, step.name) || isMarked(after.unknown, step.name));
  const start = path9.findIndex(isAttribute);
  return start === -1 ? [] : path9.slice(start);
}
function hasSameKeys({ sameKeys }, a, b) {
  const others = sameKeys.get(a) ?? /* @__PURE__ */ new Map();
  sameKeys.set(a, others);
  const found = others.get(b);
  if (found !== void 0) return found;
  const isSame2 = a.size === b.size && [...a.keys()].every((key) => b.has(key));
  others.set(b, isSame2);
  return isSame2;
}
function followInstance(walk, instance2, path9) {
  const [wanted, ...rest] = path9;
  const attribute = wanted?.kind === "name" ? wanted.name : void 0;
  const end = [{ kind: "target", address: instance2.address, attribute }];
  if (attribute === void 0 || instance2.after === void 0) return end;
  const value = rawAt(instance2.after, attribute);
  if (value.kind === "known") return constant(value.value, rest);
  if (value.kind === "unset")
    return Object.hasOwn(instance2.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || ownBlock(walk, instance2)?.expressions.has(attribute) !== true) return end;
  const ends = follow(walk, instance2, attribute, rest);
  const leads = ends.filter(({ kind }) => kind !== "constant");
  if (leads.length === 0) return end;
  return leads.length === ends.length ? ends : [...ends, ...end];
}

// src/plan/references/resolve.ts
function resolverOf(document, index, readSource) {
  const { configuration: root, variables, providerRegions } = document;
  const walk = {
    root,
    variables,
    index,
    readSource,
    unread: /* @__PURE__ */ new Map(),
    ownBlocks: /* @__PURE__ */ new Map(),
    sameKeys: /* @__PURE__ */ new Map(),
    known: /* @__PURE__ */ new Map(),
    followed: /* @__PURE__ */ new Map(),
    isThorough: true,
    items: /* @__PURE__ */ new Map(),
    evaluate,
    isExact: false,
    depth: 0
  };
  const brief = { ...walk, isThorough: false, known: /* @__PURE__ */ new Map(), followed: /* @__PURE__ */ new Map(), items: /* @__PURE__ */ new Map() };
  return {
    isConfigured: (instance2, attribute) => {
      const block = ownBlock(walk, instance2);
      if (block === void 0) return void 0;
      const expression = block.expressions.get(attribute);
      return expression !== void 0 && !(expression.kind === "constant" && expression.value === null);
    },
    resolve: (instance2, attribute) => follow(walk, instance2, attribute),
    nearest: (instance2, attribute) => follow(brief, instance2, attribute),
    isDirect: (instance2, attribute) => isDirect(walk, instance2, attribute),
    unread: () => [...walk.unread.values()],
    providerRegion: (instance2) => {
      const provider = ownBlock(walk, instance2)?.provider;
      const region2 = provider === void 0 ? void 0 : providerRegions.get(provider);
      return region2 === void 0 ? void 0 : regionText(region2, variables);
    }
  };
}
function regionText(region2, variables) {
  if (region2.kind === "opaque") return void 0;
  const [, variable] = region2.kind === "constant" ? [] : /^var\.([^.[]+)$/.exec(region2.references.join(" ")) ?? [];
  const value = region2.kind === "constant" ? region2.value : variable === void 0 ? void 0 : variables.get(variable);
  return typeof value === "string" ? value : void 0;
}

// src/plan/references/refs.ts
function atOf(context, instance2, which) {
  const side = instance2[which];
  if (side === void 0) return void 0;
  const isAfter = which === "after";
  const isNew = isAfter && instance2.actions.some((action2) => action2 === "create" || action2 === "update");
  return { context, instance: instance2, side, isAfter, isNew };
}
function bothOf(context, instance2, read) {
  const side = (which) => {
    const at = atOf(context, instance2, which);
    return at === void 0 ? void 0 : read(at);
  };
  return {
    address: instance2.address,
    isData: instance2.mode === "data",
    actions: instance2.actions,
    isReplaced: isReplaced(instance2),
    replaceAttributes: instance2.replaceAttributes,
    before: side("before"),
    after: side("after")
  };
}
function isOnlyUnset({ context, instance: instance2, side }, attribute) {
  if (instance2.mode === "data" || !isMarked(side.unknown, attribute)) return false;
  const { resolver } = context;
  const configured = resolver.isConfigured(instance2, attribute);
  if (configured !== true || instance2.isDeferred) return configured === false;
  return resolver.resolve(instance2, attribute).every(({ kind }) => kind === "constant");
}
function settle(at, attribute, value) {
  return value.kind === "unknown" && isOnlyUnset(at, attribute) ? { kind: "unset" } : value;
}
function isOutdone(at, attribute, beside2) {
  if (at.instance.mode === "data") return false;
  return beside2.some((other) => weightOf(at, other) > weightOf(at, attribute));
}
function weightOf(at, attribute) {
  if (isMoving(at, attribute)) return at.isAfter ? 2 : 0;
  return at.context.resolver.isConfigured(at.instance, attribute) === true ? 1 : 0;
}
function isMoving({ context, instance: instance2 }, attribute) {
  const old = atOf(context, instance2, "before");
  const next = atOf(context, instance2, "after");
  if (old === void 0 || next === void 0 || old.side === next.side) return false;
  const [before, after] = [old, next].map((at) => settle(at, attribute, rawAt(at.side, attribute)));
  return after?.kind === "unknown" || JSON.stringify(before) !== JSON.stringify(after);
}
function settledText(at, attribute) {
  return settle(at, attribute, textAt(at.side, attribute));
}
function groupRefOf(at, attribute, need = "optional") {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return groupRef(value.value);
  if (value.kind === "unset") return void 0;
  if (!isMarked(at.side.unknown, attribute)) return unknownGroupRef(NOT_TOLD);
  if (isOnlyUnset(at, attribute)) return void 0;
  const { resolver, replacedById } = at.context;
  const found = groupFrom(at.context, resolver.resolve(at.instance, attribute), need);
  if (found.kind === "group") return found;
  const before = knownText(at.instance.before, attribute);
  const replaced = before === void 0 ? void 0 : replacedById.get(before);
  if (replaced === void 0 || !GROUP_TYPES.has(replaced.type)) return found;
  const isPossible = found.oneOf.length === 0 || found.oneOf.includes(replaced.address);
  return isPossible ? groupRef(replaced.address) : found;
}
var NOT_TOLD = "the plan does not know it";
function groupFrom(context, outcomes, need) {
  const leads = outcomes.filter(({ kind }) => kind !== "constant");
  const keys = [];
  let why;
  for (const outcome of leads) {
    const key = keyOfTarget(context, outcome);
    if (key !== void 0) keys.push(key);
    else why = outcome.kind === "opaque" ? outcome.why : "it mixes groups with other values";
  }
  const [only2] = keys;
  const orNone = need === "optional" && (why !== void 0 || leads.length < outcomes.length);
  if (only2 !== void 0 && keys.length === 1 && why === void 0 && !orNone) return groupRef(only2);
  const reason = why ?? (orNone ? "it depends on a condition" : "it may be one of several groups");
  return { ...unknownGroupRef(reason, why === void 0 ? keys : []), ...orNone && { orNone } };
}
function keyOfTarget(context, outcome) {
  if (outcome.kind !== "target") return void 0;
  const instance2 = context.byAddress.get(outcome.address);
  if (instance2 === void 0) return void 0;
  const { attribute = "id" } = outcome;
  if (GROUP_TYPES.has(instance2.type)) {
    if (attribute !== "id" && attribute !== "secgroup_id") return void 0;
    const { address, after } = instance2;
    return isReplaced(instance2) ? address : idOf(after) ?? context.postponed.get(address) ?? address;
  }
  if (instance2.type === CLUSTER_TYPE && attribute.startsWith("security_group_")) {
    const made = attribute === "security_group_id" ? "security_group_node" : attribute;
    return keyOfAttribute(instance2, made);
  }
  return void 0;
}
function groupRefsOf(at, attribute) {
  const value = textsAt(at.side, attribute);
  if (value.kind === "unset" || value.kind === "unknown" && isOnlyUnset(at, attribute)) return [];
  const elements2 = value.kind === "known" ? value.value : void 0;
  const ids = elements2?.filter((id) => id !== void 0) ?? [];
  const refs = ids.map(groupRef);
  if (ids.length === elements2?.length) return refs;
  if (!isMarked(at.side.unknown, attribute)) return [...refs, unknownGroupRef(NOT_TOLD)];
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  return [...refs, ...unknownMembers(at.context, outcomes, new Set(ids), elements2?.length)];
}
function unknownMembers(context, outcomes, listed, length) {
  const found = outcomes.filter(({ kind }) => kind !== "constant").map((outcome) => groupFrom(context, [outcome], "required"));
  const texts = length === void 0 ? outcomes.flatMap(textOfOutcome) : [];
  const keys = [...found.flatMap((ref) => ref.kind === "group" ? [ref.key] : []), ...texts];
  const more = distinct(keys).filter((key) => !listed.has(key));
  const strange = found.filter((ref) => ref.kind === "unknown");
  const isConditional = length === void 0 && outcomes.some(isCondition);
  const isChoice = length === void 0 ? isConditional && more.length > 1 : more.length > length - listed.size;
  if (isChoice && strange.length === 0) {
    return [unknownGroupRef("it may be one of several groups", more)];
  }
  const refs = [...more.map(groupRef), ...strange];
  const isShort = length !== void 0 && refs.length < length - listed.size;
  return refs.length === 0 || isShort ? [...refs, unknownGroupRef(NOT_TOLD)] : refs;
}
function textOfOutcome(outcome) {
  return outcome.kind === "constant" && typeof outcome.value === "string" && outcome.value !== "" ? [outcome.value] : [];
}
function isCondition(outcome) {
  return outcome.kind === "constant" && ["boolean", "number"].includes(typeof outcome.value);
}
function objectRefOf(at, attribute) {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return { kind: "id", id: value.value };
  if (!isMarked(at.side.unknown, attribute)) return { kind: "unknown" };
  const leads = at.context.resolver.resolve(at.instance, attribute).filter(({ kind }) => kind !== "constant");
  const [only2] = leads;
  return leads.length === 1 && only2?.kind === "target" ? { kind: "address", address: only2.address } : { kind: "unknown" };
}
function rangeAt(at, attribute) {
  const value = settle(at, attribute, textAt(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "known") return rangeOfText(value.value, value.isSensitive, at, attribute);
  return unknownRange(
    isMarked(at.side.unknown, attribute) ? originOf(at.context, at.instance, attribute) : ownToken(at, attribute)
  );
}
function originOf({ resolver, byAddress: byAddress2 }, instance2, attribute) {
  let origin = { instance: instance2, attribute };
  for (let left = REFERENCE_LIMIT; left > 0; left--) {
    const [only2, ...others] = resolver.nearest(origin.instance, origin.attribute);
    if (only2?.kind !== "target" || only2.attribute === void 0 || others.length > 0) break;
    const next = byAddress2.get(only2.address);
    if (next === void 0) return `${only2.address}.${only2.attribute}`;
    origin = { instance: next, attribute: only2.attribute };
  }
  return `${origin.instance.address}.${origin.attribute}`;
}
var REFERENCE_LIMIT = 50;
function unknownRange(token) {
  return { kind: "unknown", token, why: `${token} is known after apply` };
}
function knownRange(peers, isSensitive) {
  return { kind: "known", peers, isSensitive };
}
function rangeOfText(text2, isSensitive, at, attribute) {
  const cidr = at.context.cidrOf(text2);
  return cidr === void 0 ? { kind: "unknown", token: ownToken(at, attribute), why: `${ownToken(at, attribute)} is no CIDR` } : knownRange(cidr.peers, isSensitive);
}
function ownToken(at, attribute) {
  return `${at.instance.address}.${attribute}`;
}
function rangesAt(at, attribute) {
  const value = settle(at, attribute, textsAt(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "unknown") return [unknownRange(ownToken(at, attribute))];
  return value.value.map(
    (text2, i) => text2 === void 0 ? unknownRange(`${ownToken(at, attribute)}[${String(i)}]`) : rangeOfText(text2, value.isSensitive, at, attribute)
  );
}
function isAttributeChanged(instance2, attribute) {
  if (instance2.before === void 0 || instance2.after === void 0) return false;
  const [before, after] = [rawAt(instance2.before, attribute), rawAt(instance2.after, attribute)];
  if (before.kind === "known" && after.kind === "known") return before.value !== after.value;
  return before.kind === "known" && after.kind === "unset";
}

// src/plan/resources/attachments.ts
function readPort(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const isEmptied = ifKnown(flagAt(at.side, "no_security_groups")) === true;
    const groups = isEmptied ? [] : groupRefsOf(at, "security_group_ids");
    const isFiltered = ifKnown(flagAt(at.side, "port_security_enabled")) !== false;
    return {
      kind: "port",
      member: self(at),
      device: objectRefOf(at, "device_id"),
      // A port without groups in the configuration keeps what it has.
      groups: isFiltered && (groups.length > 0 || isEmptied) ? groups.map(byId) : void 0,
      isExact: true
    };
  });
}
function readPortAssociate(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    kind: "associate",
    member: objectRefOf(at, "port_id"),
    device: { kind: "unknown" },
    groups: groupRefsOf(at, "security_group_ids").map(byId),
    isExact: ifKnown(flagAt(at.side, "force")) === true
  }));
}
function readEcsInstance(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const groups = groupRefsOf(at, "security_groups");
    return { ...server(at), groups: groups.length > 0 ? groups.map(byId) : void 0 };
  });
}
function readComputeInstance(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const names = settle(at, "security_groups", textsAt(at.side, "security_groups"));
    if (names.kind === "unset") return { ...server(at), groups: void 0 };
    const unknown2 = {
      by: "id",
      ref: unknownGroupRef("its name is known after apply")
    };
    const groups = names.kind === "unknown" ? [unknown2] : names.value.map((name) => name === void 0 ? unknown2 : { by: "name", name });
    return { ...server(at), groups };
  });
}
function byId(ref) {
  return { by: "id", ref };
}
function server(at) {
  return { kind: "server", member: self(at), device: self(at), isExact: true };
}
function self(at) {
  const id = at.isAfter && at.instance.actions.includes("create") ? void 0 : idOf(at.side);
  return id === void 0 ? { kind: "address", address: at.instance.address } : { kind: "id", id };
}

// src/plan/resources/bystanders.ts
var SISTER_CLUSTER = /^(?!opentelekomcloud_)[a-z0-9]+_cce_cluster(_v\d+)?$/;
var PACKET_FILTER = /^opentelekomcloud_(fw_|vpc_network_acl)/;
function bystanderKind(type) {
  if (SISTER_CLUSTER.test(type)) return "sister-cluster";
  return PACKET_FILTER.test(type) ? "packet-filter" : void 0;
}
function bystanderOf({ type, address, actions, mode, before, after }) {
  const kind = bystanderKind(type);
  const isThere2 = before !== void 0 || after !== void 0;
  return kind === void 0 || !isThere2 ? [] : [{ kind, address, actions, isData: mode === "data" }];
}

// src/plan/resources/cce-cluster-v3.ts
function readCluster(context, instance2) {
  return bothOf(context, instance2, readClusterSide);
}
function readClusterSide(at) {
  const isNew = at.isAfter && isReplaced(at.instance);
  const { nodeGroup, ownNodeGroup } = nodeGroupsOf(at);
  return {
    id: isNew ? void 0 : idOf(at.side),
    name: nameOfSide(at.side),
    networkType: networkTypeOf(at),
    vpc: objectRefOf(at, "vpc_id"),
    subnet: objectRefOf(at, "subnet_id"),
    eniSubnet: objectRefOf(at, "eni_subnet_id"),
    containerCidr: computedRange(at, "container_network_cidr"),
    serviceCidr: computedRange(at, "kubernetes_svc_ip_range"),
    eniSubnetCidr: rangeAt(at, "eni_subnet_cidr"),
    nodeGroup,
    controlGroup: groupMadeByCce(at, "security_group_control"),
    ownNodeGroup,
    hasIpv6: ifKnown(flagAt(at.side, "ipv6_enable")) === true,
    apiAddress: apiAddressOf(at),
    nodePorts: nodePortsOf(at),
    region: knownText(at.side, "region") ?? at.context.resolver.providerRegion(at.instance)
  };
}
function apiAddressOf({ side, context }) {
  const url = textAt(side, "internal");
  const host = url.kind === "known" ? hostOf(url.value) : void 0;
  const cidr = host === void 0 ? void 0 : context.cidrOf(host);
  return url.kind === "known" && cidr !== void 0 ? knownRange(cidr.peers, url.isSensitive) : void 0;
}
function hostOf(url) {
  return /^https?:\/\/([\d.]+)(?::\d+)?\/?$/.exec(url)?.[1];
}
function nodePortsOf({ side, instance: instance2 }) {
  const unknown2 = { kind: "unknown", token: `${instance2.address}: ${NODE_PORT_SETTING}` };
  const components = blocksAt(side, "component_configurations");
  if (components.kind !== "known") return components.kind === "unknown" ? unknown2 : void 0;
  const found = components.value.map((component) => {
    const name = textAt(component, "name");
    if (name.kind === "known" && name.value !== "kube-apiserver") return { kind: "unset" };
    return settingOf(component);
  });
  const setting = found.find(({ kind }) => kind !== "unset");
  if (setting === void 0) return void 0;
  const [, from, to] = setting.kind === "known" ? /^(\d{1,5})-(\d{1,5})$/.exec(setting.value.trim()) ?? [] : [];
  return from === void 0 || to === void 0 ? unknown2 : { kind: "known", range: { from: Number(from), to: Number(to) } };
}
var NODE_PORT_SETTING = "service-node-port-range";
function settingOf(component) {
  const settings = blocksAt(component, "configurations");
  if (settings.kind !== "known") return settings;
  for (const setting of settings.value) {
    const name = textAt(setting, "name");
    if (name.kind === "unknown") return name;
    if (name.kind === "known" && name.value === NODE_PORT_SETTING) return textAt(setting, "value");
  }
  return { kind: "unset" };
}
function networkTypeOf({ side }) {
  const type = textAt(side, "container_network_type");
  if (type.kind === "known") return { text: type.value, isSensitive: type.isSensitive };
  const isTurbo = knownText(side, "eni_subnet_id") !== void 0;
  return isTurbo ? { text: "eni", isSensitive: false } : void 0;
}
function groupMadeByCce(at, attribute) {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return groupRef(value.value);
  return value.kind === "unknown" ? groupRef(keyOfAttribute(at.instance, attribute)) : void 0;
}
function nodeGroupsOf(at) {
  const { resolver, managedGroups } = at.context;
  const made = groupMadeByCce(at, "security_group_node");
  const isMade = (ref) => ref?.kind === "group" && made?.kind === "group" && ref.key === made.key;
  if (resolver.isConfigured(at.instance, "security_group_id") === true) {
    const own = groupRefOf(at, "security_group_id");
    return { nodeGroup: made, ownNodeGroup: isMade(own) ? void 0 : own };
  }
  const id = knownText(at.side, "security_group_id");
  const read = id === void 0 ? void 0 : groupRef(id);
  if (id === void 0 || isMade(read)) return { nodeGroup: made, ownNodeGroup: void 0 };
  const managed = managedGroups.get(id);
  return managed !== void 0 && isOwnGroup(managed) ? { nodeGroup: made, ownNodeGroup: read } : { nodeGroup: made ?? read, ownNodeGroup: void 0 };
}
function isOwnGroup(managed) {
  const { kind } = groupOriginOf(managed);
  const name = nameOfSide(managed.after ?? managed.before);
  const isNamedByCce = name !== void 0 && roleOfName(name.text) !== void 0;
  return kind === "own" || kind === "not-told" && !isNamedByCce;
}
function computedRange(at, attribute) {
  const value = textAt(at.side, attribute);
  const isChosen = value.kind === "unknown" && settle(at, attribute, value).kind === "unset";
  if (!isChosen) return rangeAt(at, attribute);
  const token = `${at.instance.address}.${attribute}`;
  return { kind: "unknown", token, why: `${token} is known after apply` };
}

// src/plan/resources/cce-nodes.ts
function readNodePool(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    cluster: objectRefOf(at, "cluster_id"),
    subnet: ownSubnet(at),
    groups: groupRefsOf(at, "security_group_ids")
  }));
}
function ownSubnet(at) {
  const value = textAt(at.side, "subnet_id");
  if (value.kind === "unset" || value.kind === "unknown" && isOnlyUnset(at, "subnet_id")) return void 0;
  return objectRefOf(at, "subnet_id");
}
function readNode(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const ids = [idOf(at.side), knownText(at.side, "server_id")].filter((id) => id !== void 0);
    const server2 = objectRefOf(at, "server_id");
    return {
      cluster: objectRefOf(at, "cluster_id"),
      subnet: ownSubnet(at),
      members: [
        ...ids.map((id) => ({ kind: "id", id })),
        { kind: "address", address: instance2.address },
        ...server2.kind === "address" ? [server2] : []
      ]
    };
  });
}

// src/plan/resources/protocol-names.ts
var V2_NAMES = /* @__PURE__ */ new Map([
  ["icmp", 1],
  ["igmp", 2],
  ["tcp", 6],
  ["egp", 8],
  ["udp", 17],
  ["dccp", 33],
  ["ipv6-encap", 41],
  ["ipv6-route", 43],
  ["ipv6-frag", 44],
  ["rsvp", 46],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["ipv6-icmp", 58],
  ["ipv6-nonxt", 59],
  ["ipv6-opts", 60],
  ["ospf", 89],
  ["vrrp", 112],
  ["pgm", 113],
  ["sctp", 132],
  ["udplite", 136]
]);
var V3_NAMES = new Map(Object.entries(PROTOCOL_NUMBERS));
function readProtocol(text2, api) {
  const number = (api === "v2" ? V2_NAMES : V3_NAMES).get(text2);
  if (number !== void 0) return { kind: "number", number };
  if (!/^-?\d+$/.test(text2)) return { kind: "no-name" };
  const value = Number(text2);
  return value >= 0 && value <= 255 ? { kind: "number", number: value } : { kind: "out-of-range" };
}

// src/plan/rule-problem.ts
function sound(value) {
  return { value, problems: NONE3 };
}
var NONE3 = [];
function refused(value, flaw) {
  return { value, problems: [{ kind: "refused", flaw }] };
}
function rewritten(value, flaw) {
  return { value, problems: [{ kind: "changed", flaw }] };
}
function behind({ problems }, part) {
  return problems.length === 0 ? part : { value: part.value, problems: [...problems, ...part.problems] };
}
function problemsOf(parts) {
  return parts.every(({ problems }) => problems.length === 0) ? NONE3 : parts.flatMap(({ problems }) => problems);
}

// src/plan/resources/rule-parts.ts
var TRAFFIC_ATTRIBUTES = [
  "direction",
  "ethertype",
  "ether_type",
  "protocol",
  "port_range_min",
  "port_range_max",
  "multi_port",
  "action",
  "priority"
];
function readRule(context, instance2, api, read) {
  const side = (which) => {
    const at = atOf(context, instance2, which);
    if (at === void 0) return void 0;
    const found = at.isNew ? read(at) : asItStands(read(at));
    const isSensitive = TRAFFIC_ATTRIBUTES.some((attribute) => isMarked(at.side.sensitive, attribute));
    return isSensitive ? { ...found, isTrafficSensitive: true } : found;
  };
  const before = side("before");
  const change = changeBetween(instance2, instance2.before, instance2.after);
  const isSame2 = api === "v2" && instance2.before === instance2.after;
  return {
    address: instance2.address,
    actions: instance2.actions,
    change: change === "stands" && instance2.actions.includes("update") ? "updated" : change,
    before,
    after: isSame2 ? before : side("after"),
    drifted: side("drifted"),
    id: idOf(instance2.before),
    api,
    isDeposed: instance2.isUnconfigured && instance2.actions.includes("delete"),
    replaceAttributes: instance2.replaceAttributes
  };
}
function asItStands(side) {
  return isAccepted(side) ? side : { ...side, traffic: someTraffic(side.traffic), problems: [] };
}
function portsWithin(min, max) {
  const [lo, hi] = [min ?? 0, max === void 0 || max === 0 ? LAST_PORT : max];
  return 0 <= lo && lo <= hi && hi <= LAST_PORT ? [{ lo, hi }] : ALL_PORTS;
}
function whenDeferred(rule) {
  const { before, after } = rule;
  return [
    ...before === void 0 ? [] : [{ ...rule, change: "stands", after: perhaps(before) }],
    ...after === void 0 || rule.change === "stands" ? [] : [{ ...rule, change: "created", before: void 0, after: perhaps(after) }]
  ];
}
function perhaps(side) {
  const { group } = side;
  const oneOf = group.kind === "group" ? [group.key] : group.oneOf;
  return { ...side, group: unknownGroupRef("its change is deferred", oneOf) };
}
function changeBetween(instance2, before, after) {
  if (before === void 0) return after === void 0 ? "drifted-away" : "created";
  if (after === void 0) return "destroyed";
  if (!isReplaced(instance2)) return "stands";
  return instance2.actions[0] === "create" ? "created-then-destroyed" : "destroyed-then-created";
}
function wordOf(at, words) {
  const { attribute, unset, flaw } = words;
  const value = settledText(at, attribute);
  if (value.kind === "unknown") return sound("unknown");
  if (value.kind === "unset" && unset !== void 0) return sound(unset);
  const word = value.kind === "known" ? words.words.find((one) => one === value.value) : void 0;
  return word === void 0 ? refused("unknown", flaw) : sound(word);
}
function directionAt(at) {
  return wordOf(at, { attribute: "direction", words: ["ingress", "egress"], flaw: { id: "direction" } });
}
function familyAt(at, attribute) {
  const words = { attribute, words: ["IPv4", "IPv6"], flaw: { id: "family" } };
  return wordOf(at, attribute === "ethertype" ? words : { ...words, unset: "IPv4" });
}
function peerOf(at, family, readAddressGroup = () => void 0) {
  const prefix = prefixOf(at, family);
  const candidates = [
    candidateOf(at, "remote_ip_prefix", prefix.value),
    candidateOf(at, "remote_group_id", groupPeerOf(at)),
    candidateOf(at, "remote_address_group_id", readAddressGroup(at))
  ].filter((candidate) => candidate !== void 0);
  const [firm, ...others] = candidates.filter(({ isFirm }) => isFirm);
  const peer = firm === void 0 ? likelyPeer(candidates) : firm.peer;
  return behind(prefix, others.length > 0 ? refused(peer, { id: "two-peers" }) : sound(peer));
}
function likelyPeer(candidates) {
  const certain = candidates.filter(({ peer }) => !isUncertain(peer));
  const likely = certain.length > 0 ? certain : candidates;
  return likely.length === 0 ? ANYBODY : oneOfPeers(likely.map(({ peer }) => peer));
}
function candidateOf(at, attribute, peer) {
  if (peer === void 0) return void 0;
  const isKnown = !isMarked(at.side.unknown, attribute);
  return { peer, isFirm: isKnown || at.context.resolver.isDirect(at.instance, attribute) };
}
var ANYBODY = { kind: "any" };
function isUncertain(peer) {
  return peer.kind === "one-of" || peer.kind === "range" && peer.range.kind === "unknown" || peer.kind === "group" && peer.group.kind === "unknown";
}
function prefixOf(at, family) {
  const range = rangeAt(at, "remote_ip_prefix");
  if (range === void 0) return sound(void 0);
  const peer = { kind: "range", range };
  const text2 = textAt(at.side, "remote_ip_prefix");
  if (text2.kind !== "known") return sound(peer);
  const cidr = at.context.cidrOf(text2.value);
  if (cidr === void 0) {
    return text2.isSensitive ? sound(peer) : refused(peer, { id: "no-cidr", attribute: "remote_ip_prefix" });
  }
  const isOther = family !== "unknown" && cidr.family !== family;
  const first = isOther ? refused(peer, { id: "peer-family", peer: cidr.family, rule: family }) : sound(peer);
  return behind(first, cidr.hasHostBits ? rewritten(peer, { id: "host-bits" }) : sound(peer));
}
function groupPeerOf(at) {
  const group = groupRefOf(at, "remote_group_id");
  if (group === void 0) return void 0;
  const value = textAt(at.side, "remote_group_id");
  const isSensitive = value.kind === "known" && value.isSensitive;
  const peer = (ref) => ({ kind: "group", group: ref, isSensitive });
  if (group.kind === "group") return peer(group);
  const groups = group.oneOf.length === 0 ? [unknownGroupRef(group.why)] : group.oneOf.map(groupRef);
  const mayBeNone = group.orNone === true && !at.context.resolver.isDirect(at.instance, "remote_group_id");
  return oneOfPeers([...groups.map(peer), ...mayBeNone ? [ANYBODY] : []]);
}
function rangePeer(peers, isSensitive) {
  return { kind: "range", range: knownRange(peers, isSensitive) };
}
function ownerOf(at) {
  return groupRefOf(at, "security_group_id", "required") ?? {
    kind: "unknown",
    oneOf: [],
    why: "its group is not set"
  };
}

// src/plan/resources/compute-secgroup-v2.ts
function readComputeRules(instance2) {
  const { address } = instance2;
  const oldKey = idOf(instance2.before) ?? address;
  const newKey = isReplaced(instance2) ? address : idOf(instance2.after) ?? address;
  const before = rulesWithin(instance2.before);
  const after = rulesWithin(instance2.after);
  const drifted = rulesWithin(instance2.drifted);
  const old = (rule) => rule === void 0 ? void 0 : readEntry(rule, { address, group: oldKey, isNew: false });
  const rules = [];
  for (const hash2 of /* @__PURE__ */ new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
    const [was, will, last] = [before.get(hash2), after.get(hash2), drifted.get(hash2)];
    const isNew = was === void 0 || isReplaced(instance2);
    const change = changeBetween(instance2, was, will);
    rules.push({
      address,
      actions: change === "stands" || change === "drifted-away" ? ["no-op"] : instance2.actions,
      change,
      before: old(was),
      after: will === void 0 ? void 0 : readEntry(will, { address, group: newKey, isNew }),
      drifted: was === void 0 ? old(last) : void 0,
      id: idOf(was),
      api: "nova",
      isDeposed: instance2.isUnconfigured && instance2.actions.includes("delete"),
      replaceAttributes: instance2.replaceAttributes
    });
  }
  return rules;
}
var ATTRIBUTES = ["from_port", "to_port", "ip_protocol", "cidr", "from_group_id", "self"];
var UNKNOWN_RULES = { values: {}, unknown: true, sensitive: void 0 };
function rulesWithin(side) {
  const rules = side === void 0 ? void 0 : blocksAt(side, "rule");
  if (rules === void 0 || rules.kind === "unset") return /* @__PURE__ */ new Map();
  if (rules.kind === "unknown") return /* @__PURE__ */ new Map([["unknown", UNKNOWN_RULES]]);
  return new Map(rules.value.map((rule, i) => [hashOf(rule, i), rule]));
}
function hashOf(rule, place2) {
  const values2 = ATTRIBUTES.map((attribute) => rawAt(rule, attribute));
  if (values2.some(({ kind }) => kind === "unknown")) return `unknown ${String(place2)}`;
  const primitive = (value) => value.kind !== "known" || value.value === false ? "" : typeof value.value === "object" ? {} : value.value;
  return JSON.stringify(values2.map(primitive)).toLowerCase();
}
function readEntry(rule, where) {
  const isSensitive = ["ip_protocol", "from_port", "to_port"].some((name) => isMarked(rule.sensitive, name));
  const cidr = knownText(rule, "cidr");
  const traffic = novaTraffic(rule);
  const peer = novaPeer(rule, where);
  const problems = problemsOf([traffic, peer]);
  const side = {
    group: groupRef(where.group),
    direction: "ingress",
    family: (cidr === void 0 ? void 0 : parseCidr(cidr)?.family) ?? "IPv4",
    action: "allow",
    priority: { kind: "undocumented" },
    traffic: traffic.value,
    peer: peer.value,
    problems,
    ...isSensitive && { isTrafficSensitive: true }
  };
  if (where.isNew || problems.length === 0) return side;
  const isForAll = rawAt(rule, "ip_protocol").kind === "unset";
  return { ...side, traffic: isForAll ? ALL_TRAFFIC : someTraffic(traffic.value), problems: [] };
}
var NO_PORTS = [];
var NOVA_PROTOCOLS = canonical(NUMBERS, [ICMP, TCP, UDP].map(single));
function novaTraffic(rule) {
  const protocol = textAt(rule, "ip_protocol");
  const from = integerAt(rule, "from_port");
  const to = integerAt(rule, "to_port");
  if (protocol.kind === "unknown") {
    return sound(someTraffic({ protocols: NOVA_PROTOCOLS }, portsWithin(ifKnown(from), ifKnown(to))));
  }
  const name = ifKnown(protocol)?.toLowerCase();
  const reading = name !== void 0 && ["tcp", "udp", "icmp"].includes(name) ? readProtocol(name, "v2") : void 0;
  if (reading?.kind !== "number") {
    return refused(ALL_TRAFFIC, { id: "nova-protocol" });
  }
  const protocols = [single(reading.number)];
  const areTypes = hasTypes(reading.number);
  if (from.kind === "unknown" || to.kind === "unknown") {
    return sound(someTraffic({ protocols }, areTypes ? ALL_PORTS : portsWithin(ifKnown(from), ifKnown(to))));
  }
  const [lo, hi] = [ifKnown(from) ?? 0, ifKnown(to) ?? 0];
  const { value, problems } = areTypes ? novaTypes(lo, hi) : novaPorts(lo, hi);
  return { value: { protocols, ports: value }, problems };
}
function novaPorts(lo, hi) {
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return sound(ALL_PORTS);
  if (lo >= 0 && lo <= hi && hi <= LAST_PORT) return sound([{ lo, hi }]);
  return refused(
    NO_PORTS,
    lo > hi ? { id: "min-above-max", min: "from_port", max: "to_port" } : { id: "ports-outside" }
  );
}
function novaTypes(type, code) {
  if (type < -1 || type > 255 || code < -1 || code > 255) {
    return refused(NO_PORTS, { id: "icmp-outside", lowest: -1 });
  }
  if (type === -1) return sound(ALL_PORTS);
  return sound([{ lo: icmpSlot(type, Math.max(code, 0)), hi: icmpSlot(type, code === -1 ? 255 : code) }]);
}
function novaPeer(rule, where) {
  const isOwn = ifKnown(flagAt(rule, "self")) === true;
  const named2 = [isOwn, ...["from_group_id", "cidr"].map((name) => textAt(rule, name).kind === "known")];
  const peer = isOwn ? sound(groupPeer(groupRef(where.group))) : otherPeer(rule, where);
  const isOne = named2.filter((isNamed2) => isNamed2).length < 2;
  return isOne ? peer : behind(refused(void 0, { id: "two-peers" }), peer);
}
function otherPeer(rule, { address }) {
  const from = textAt(rule, "from_group_id");
  const cidr = textAt(rule, "cidr");
  if (from.kind === "known") return sound(groupPeer(groupRef(from.value), from.isSensitive));
  if (from.kind === "unknown" && cidr.kind === "unset") {
    const why = "the plan does not keep which group its rule refers to";
    return sound(groupPeer(unknownGroupRef(why)));
  }
  const unknown2 = { kind: "range", range: unknownRange(`${address}.rule`) };
  if (cidr.kind !== "known") return sound(unknown2);
  const parsed = parseCidr(cidr.value);
  if (parsed !== void 0) return sound(rangePeer(parsed.peers, cidr.isSensitive));
  return cidr.isSensitive ? sound(unknown2) : refused(unknown2, { id: "no-cidr", attribute: "cidr" });
}
function groupPeer(group, isSensitive = false) {
  return { kind: "group", group, isSensitive };
}

// src/plan/resources/networking-secgroup-rule-ids-v2.ts
function readRuleIds({ before }) {
  const group = knownText(before, "security_group_id");
  const ids = before === void 0 ? void 0 : listedIds(before);
  return group === void 0 || ids === void 0 ? [] : [{ group, ids }];
}
function listedIds(side) {
  const texts = textsAt(side, "ids");
  if (texts.kind === "unset") return Array.isArray(side.values["ids"]) ? [] : void 0;
  const ids = texts.kind === "known" ? texts.value.filter((id) => id !== void 0) : void 0;
  return texts.kind === "known" && ids?.length === texts.value.length ? ids : void 0;
}

// src/plan/resources/networking-secgroup-rule-v2.ts
function readRuleV2(context, instance2) {
  return readRule(context, instance2, "v2", readSideV2);
}
function readSideV2(at) {
  const direction = directionAt(at);
  const family = familyAt(at, "ethertype");
  const traffic = trafficV2(at);
  const peer = peerOf(at, family.value);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: "allow",
    priority: { kind: "undocumented" },
    problems: problemsOf([direction, family, traffic, peer])
  };
}
function trafficV2(at) {
  const protocol = settledText(at, "protocol");
  const min = settle(at, "port_range_min", integerAt(at.side, "port_range_min"));
  const max = settle(at, "port_range_max", integerAt(at.side, "port_range_max"));
  if (protocol.kind === "unknown")
    return sound(someTraffic(ALL_TRAFFIC, portsWithin(ifKnown(min), ifKnown(max))));
  if (min.kind === "unknown" || max.kind === "unknown") return trafficOfUnknownPorts(protocol, min, max);
  const ports = { min: ifKnown(min) ?? 0, max: ifKnown(max) ?? 0, areUnset: [min, max].every(isLeftOut) };
  const traffic = trafficOfProtocol(at, protocol, ports);
  return min.kind === "unset" && ports.max !== 0 && at.isNew ? behind(refused(void 0, { id: "max-without-min" }), traffic) : traffic;
}
function trafficOfUnknownPorts(protocol, min, max) {
  const name = ifKnown(protocol);
  if (name === void 0) return sound(ALL_TRAFFIC);
  const reading = readProtocol(name, "v2");
  if (reading.kind === "out-of-range") return refused(someTraffic(), { id: "protocol-number" });
  if (reading.kind === "no-name") return sound(someTraffic());
  const protocols = [single(reading.number)];
  if (hasPorts(reading.number))
    return sound(someTraffic({ protocols }, portsWithin(ifKnown(min), ifKnown(max))));
  return sound(hasTypes(reading.number) ? someTraffic({ protocols }) : { protocols, ports: ALL_PORTS });
}
var isLeftOut = ({ kind }) => kind === "unset";
function trafficOfProtocol(at, protocol, ports) {
  const hasRange = ports.min !== 0 || ports.max !== 0;
  const name = ifKnown(protocol);
  if (name === void 0)
    return hasRange ? rewritten(ALL_TRAFFIC, { id: "ports-dropped" }) : sound(ALL_TRAFFIC);
  const reading = readProtocol(name, "v2");
  if (reading.kind === "out-of-range") return refused(someTraffic(), { id: "protocol-number" });
  if (reading.kind === "no-name") {
    return hasRange ? refused(ALL_TRAFFIC, { id: "name-dropped-beside-ports" }) : rewritten(ALL_TRAFFIC, { id: "name-dropped" });
  }
  const protocols = [single(reading.number)];
  const within2 = ({ value, problems }) => ({
    value: { protocols, ports: value },
    problems
  });
  if (hasPorts(reading.number)) return within2(portsBetween(ports));
  if (!hasTypes(reading.number)) return within2(sound(ALL_PORTS));
  if (name === "icmp" && ports.min === 0 && ports.max === 255) return within2(sound(ALL_PORTS));
  if (!at.isNew && name !== "icmp" && !hasRange) return sound(someTraffic({ protocols }));
  const types = within2(icmpTypes(ports));
  return ports.areUnset && at.isNew ? behind(rewritten(void 0, { id: "icmp-without-ports" }), types) : types;
}
function portsBetween({ min, max }) {
  if (min === 0 && (max === 0 || max === LAST_PORT)) return sound(ALL_PORTS);
  if (min < 0 || max < 0 || min > LAST_PORT || max > LAST_PORT) return refused([], { id: "ports-outside" });
  if (max === 0) return refused([], { id: "min-without-max" });
  return min > max ? refused([], { id: "min-above-max", min: "port_range_min", max: "port_range_max" }) : sound([{ lo: min, hi: max }]);
}
function icmpTypes({ min, max }) {
  return min < 0 || min > 255 || max < 0 || max > 255 ? refused([], { id: "icmp-outside", lowest: 0 }) : sound([single(icmpSlot(min, max))]);
}

// src/plan/resources/secgroups.ts
function readGroups({ postponed }, instance2) {
  const { before, after, actions } = instance2;
  const base = {
    address: instance2.address,
    isData: instance2.mode === "data",
    api: apiOf(instance2.type),
    actions,
    isDescriptionChanged: isAttributeChanged(instance2, "description"),
    origin: groupOriginOf(instance2)
  };
  const old = {
    ...base,
    key: idOf(before) ?? instance2.address,
    id: idOf(before),
    nameBefore: nameOfSide(before),
    nameAfter: void 0,
    existsBefore: before !== void 0,
    existsAfter: false,
    isDestroyed: actions.includes("delete"),
    hasDefaultRules: !isSet(before)
  };
  if (after === void 0) return before === void 0 ? [] : [old];
  const name = nameOfSide(after) ?? (base.isData ? patternOf(after) : void 0);
  if (isReplaced(instance2)) return [old, madeInPlace(old, after, name)];
  return [
    {
      ...old,
      key: idOf(after) ?? idOf(before) ?? postponed.get(instance2.address) ?? instance2.address,
      id: idOf(after) ?? idOf(before),
      nameAfter: name,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: !isSet(after) && !isSet(before)
    }
  ];
}
function madeInPlace(old, after, name) {
  return {
    ...old,
    key: old.address,
    id: void 0,
    nameBefore: void 0,
    nameAfter: name,
    existsBefore: false,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: !isSet(after),
    origin: { kind: "own" }
  };
}
function patternOf(side) {
  const name = nameOfSide(side, "name_regex");
  return name === void 0 ? void 0 : { ...name, isPattern: true };
}
function apiOf(type) {
  if (type === "opentelekomcloud_vpc_secgroup_v3") return "v3";
  return type === "opentelekomcloud_compute_secgroup_v2" ? "nova" : "v2";
}
function isSet(side) {
  return side !== void 0 && hasNoDefaultRules(side);
}

// src/plan/resources/vpc-ip-address-group-v3.ts
var ADDRESS_GROUP_TYPE = "opentelekomcloud_vpc_ip_address_group_v3";
function addressGroupPeer(at) {
  const value = settledText(at, "remote_address_group_id");
  if (value.kind === "unset") return void 0;
  const group = value.kind === "known" ? at.context.addressGroups.get(value.value) : groupByReference(at);
  if (group === void 0) {
    const isShown = value.kind === "known" && !value.isSensitive;
    const name = isShown ? value.value : `${at.instance.address}.remote_address_group_id`;
    return { kind: "range", range: unknownRange(`IP address group ${name}`) };
  }
  const own = atOf(at.context, group, at.isAfter ? "after" : "before");
  const { address, actions } = group;
  const range = own === void 0 ? unknownEntries(group) : knownEntries(own);
  return { kind: "range", range, addressGroup: { address, actions } };
}
function groupByReference(at) {
  const [only2, ...others] = at.context.resolver.resolve(at.instance, "remote_address_group_id");
  if (only2?.kind !== "target" || others.length > 0) return void 0;
  const instance2 = at.context.byAddress.get(only2.address);
  return instance2?.type === ADDRESS_GROUP_TYPE ? instance2 : void 0;
}
function unknownEntries(group) {
  return unknownRange(`${group.address}.ip_set`);
}
function knownEntries(at) {
  const known = rangesIn(at.context);
  const range = known.get(at.side) ?? rangeOfEntries(at);
  known.set(at.side, range);
  return range;
}
var rangesIn = memoOfObject(() => /* @__PURE__ */ new Map());
function rangeOfEntries(at) {
  const { side, instance: group } = at;
  const listed = isOutdone(at, "ip_set", ["ip_extra_set"]) ? { kind: "unset" } : textsAt(side, "ip_set");
  const extra = blocksAt(side, "ip_extra_set");
  if (listed.kind === "unset" && extra.kind === "unset") return knownRange(NO_PEERS, false);
  const texts = listed.kind === "known" ? [...listed.value] : [];
  let isSensitive = listed.kind === "known" && listed.isSensitive;
  if (listed.kind !== "known" && extra.kind === "known") {
    for (const block of extra.value) {
      const ip = textAt(block, "ip");
      texts.push(ip.kind === "known" ? ip.value : void 0);
      isSensitive ||= ip.kind === "known" && ip.isSensitive;
    }
  }
  spend(texts.length);
  const ranges = texts.map((text2) => text2 === void 0 ? void 0 : parseAddressRange(text2));
  const read = ranges.filter((range) => range !== void 0);
  if (texts.length === 0 || read.length < ranges.length) return unknownEntries(group);
  isSensitive ||= extra.kind === "known" && extra.isSensitive;
  return knownRange(unionOfPeers(read), isSensitive);
}

// src/plan/resources/vpc-secgroup-rule-v3.ts
function readRuleV3(context, instance2) {
  return readRule(context, instance2, "v3", readSideV3);
}
function readSideV3(at) {
  const direction = directionAt(at);
  const family = familyAt(at, "ether_type");
  const traffic = trafficV3(at, family.value);
  const peer = peerOf(at, family.value, addressGroupPeer);
  const flaw = { id: "action" };
  const action2 = wordOf(at, { attribute: "action", words: ["allow", "deny"], unset: "allow", flaw });
  const priority = priorityOf(at);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: action2.value,
    priority: priority.value,
    problems: problemsOf([direction, family, traffic, peer, action2, priority])
  };
}
function priorityOf(at) {
  const value = settle(at, "priority", integerAt(at.side, "priority"));
  if (value.kind === "unknown") return sound({ kind: "unknown" });
  if (value.kind === "unset" || value.value === 0) return sound({ kind: "known", value: 1 });
  const priority = { kind: "known", value: value.value };
  return value.value < 1 || value.value > 100 ? refused(priority, { id: "priority" }) : sound(priority);
}
function trafficV3(at, family) {
  const protocol = settledText(at, "protocol");
  const ports = settledText(at, "multi_port");
  if (protocol.kind === "unknown") {
    const list2 = ports.kind === "known" ? portListOf(ports.value) : void 0;
    return sound(someTraffic(ALL_TRAFFIC, list2));
  }
  if (protocol.kind === "unset") {
    if (ports.kind === "unknown") return sound(someTraffic());
    return ports.kind === "known" ? refused(ALL_TRAFFIC, { id: "ports-without-protocol" }) : sound(ALL_TRAFFIC);
  }
  const reading = readProtocol(protocol.value, "v3");
  if (reading.kind !== "number") return refused(someTraffic(), { id: "protocol-name" });
  const { number } = reading;
  const isOther = number === ICMP && family === "IPv6" || number === ICMPV6 && family === "IPv4";
  const traffic = portsOfProtocol(number, ports);
  return isOther ? behind(refused(void 0, { id: "protocol-family", rule: family }), traffic) : traffic;
}
function portsOfProtocol(protocol, ports) {
  const protocols = [single(protocol)];
  const isForAll = !hasPorts(protocol) && !hasTypes(protocol);
  if (ports.kind === "unset" || isForAll) return sound({ protocols, ports: ALL_PORTS });
  if (ports.kind === "unknown" || hasTypes(protocol)) return sound(someTraffic({ protocols }));
  const list2 = portListOf(ports.value);
  return list2 === void 0 ? refused(someTraffic({ protocols }), { id: "multi-port" }) : sound({ protocols, ports: list2 });
}
function portListOf(text2) {
  const ranges = [];
  for (const part of text2.split(",")) {
    const match = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part);
    if (match === null) return void 0;
    const lo = Number(match[1]);
    const hi = match[2] === void 0 ? lo : Number(match[2]);
    if (lo > hi || hi > LAST_PORT) return void 0;
    ranges.push({ lo, hi });
  }
  return canonical(NUMBERS, ranges);
}

// src/plan/resources/vpcs.ts
function readVpc(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const secondary = rangeAt(at, "secondary_cidr");
    return {
      id: sideId(at),
      cidr: rangeAt(at, "cidr"),
      secondaryCidrs: secondary === void 0 ? [] : [secondary]
    };
  });
}
function readSecondaryCidr(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    vpc: objectRefOf(at, "vpc_id"),
    cidrs: rangesAt(at, "cidrs") ?? []
  }));
}
function readSubnet(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    id: sideId(at),
    subnetId: knownText(at.side, "subnet_id"),
    vpc: objectRefOf(at, "vpc_id"),
    cidr: rangeAt(at, "cidr"),
    dnsServers: dnsServersOf(at)
  }));
}
function readNetworkingSubnet(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    id: knownText(at.side, "network_id"),
    subnetId: sideId(at),
    vpc: { kind: "unknown" },
    cidr: rangeAt(at, "cidr"),
    dnsServers: rangesAt(at, "dns_nameservers") ?? defaultDnsServers()
  }));
}
function sideId(at) {
  return at.isAfter && isReplaced(at.instance) ? void 0 : idOf(at.side);
}
function dnsServersOf(at) {
  const list2 = rangesAt(at, "dns_list");
  if (list2 !== void 0 && !isOutdone(at, "dns_list", SINGLE_SERVERS)) return list2;
  const single2 = SINGLE_SERVERS.flatMap((attribute) => {
    const value = settledText(at, attribute);
    const range = value.kind === "unset" ? void 0 : rangeAt(at, attribute);
    return range === void 0 ? [] : [range];
  });
  if (single2.length > 0) return single2;
  return defaultDnsServers();
}
var SINGLE_SERVERS = ["primary_dns", "secondary_dns"];
function defaultDnsServers() {
  return DEFAULT_DNS_SERVERS.map((server2) => knownRange(addressesIn(server2), false));
}

// src/plan/read-plan.ts
var READERS = /* @__PURE__ */ new Map([
  ["networking_secgroup_v2", (c, i) => ({ groups: readGroups(c, i) })],
  ["vpc_secgroup_v3", (c, i) => ({ groups: readGroups(c, i) })],
  ["compute_secgroup_v2", (c, i) => ({ groups: readGroups(c, i), rules: readComputeRules(i) })],
  ["networking_secgroup_rule_v2", (c, i) => ({ rules: [readRuleV2(c, i)] })],
  ["vpc_secgroup_rule_v3", (c, i) => ({ rules: [readRuleV3(c, i)] })],
  ["networking_secgroup_rule_ids_v2", (_, i) => ({ ruleIds: readRuleIds(i) })],
  ["vpc_ip_address_group_v3", () => ({})],
  ["cce_cluster_v3", (c, i) => ({ clusters: [readCluster(c, i)] })],
  ["cce_node_pool_v3", (c, i) => ({ nodePools: [readNodePool(c, i)] })],
  ["cce_node_v3", (c, i) => ({ nodes: [readNode(c, i)] })],
  ["cce_node_attach_v3", (c, i) => ({ nodes: [readNode(c, i)] })],
  ["vpc_v1", (c, i) => ({ vpcs: [readVpc(c, i)] })],
  ["vpc_secondary_cidr_v3", (c, i) => ({ secondaryCidrs: [readSecondaryCidr(c, i)] })],
  ["vpc_subnet_v1", (c, i) => ({ subnets: [readSubnet(c, i)] })],
  ["networking_subnet_v2", (c, i) => ({ subnets: [readNetworkingSubnet(c, i)] })],
  ["networking_port_v2", (c, i) => ({ attachments: [readPort(c, i)] })],
  ["networking_port_secgroup_associate_v2", (c, i) => ({ attachments: [readPortAssociate(c, i)] })],
  ["compute_instance_v2", (c, i) => ({ attachments: [readComputeInstance(c, i)] })],
  ["ecs_instance_v1", (c, i) => ({ attachments: [readEcsInstance(c, i)] })]
]);
var readBystander = (_, instance2) => ({ bystanders: bystanderOf(instance2) });
var PREFIX = "opentelekomcloud_";
function readerOf(type) {
  const own = type.startsWith(PREFIX) ? READERS.get(type.slice(PREFIX.length)) : void 0;
  return own ?? (bystanderKind(type) === void 0 ? void 0 : readBystander);
}
var NO_SOURCE = () => void 0;
function openPlan(bytes) {
  const document = readDocument(bytes, (type) => readerOf(type) !== void 0 || type === REMOTE_STATE_TYPE);
  return document.ok ? ok(opened(document.value)) : document;
}
function partsOfState(state) {
  return opened({ ...EMPTY3, priorState: state.filter(({ type }) => readerOf(type) !== void 0) })(
    NO_SOURCE
  );
}
function emptyPlan() {
  return opened(EMPTY3)(NO_SOURCE);
}
var EMPTY3 = {
  header: {
    formatVersion: "",
    terraformVersion: "",
    program: "terraform",
    complete: void 0,
    timestamp: void 0,
    changeCount: 0,
    namesUnknownGroups: false,
    lacks: []
  },
  changes: [],
  drift: [],
  deferred: [],
  priorState: [],
  configuration: void 0,
  providerRegions: /* @__PURE__ */ new Map(),
  variables: /* @__PURE__ */ new Map()
};
function partOf(context, instance2) {
  const part = readerOf(instance2.type)?.(context, instance2) ?? {};
  if (part.rules === void 0 || !instance2.isDeferred) return part;
  return { ...part, rules: part.rules.flatMap(whenDeferred) };
}
function together(parts) {
  const of = (one) => {
    const all = [];
    for (const part of parts) for (const thing of one(part) ?? []) all.push(thing);
    return all;
  };
  return {
    groups: of(({ groups }) => groups),
    rules: of(({ rules }) => rules),
    ruleIds: of(({ ruleIds }) => ruleIds),
    clusters: of(({ clusters }) => clusters),
    nodePools: of(({ nodePools }) => nodePools),
    vpcs: of(({ vpcs }) => vpcs),
    secondaryCidrs: of(({ secondaryCidrs }) => secondaryCidrs),
    subnets: of(({ subnets }) => subnets),
    attachments: of(({ attachments }) => attachments),
    nodes: of(({ nodes }) => nodes),
    bystanders: of(({ bystanders }) => bystanders)
  };
}
function opened(document) {
  const { header, configuration: configuration2 } = document;
  const own = instancesOf(document);
  const instances2 = [...own, ...outputInstances(own)];
  const index = instanceIndex(instances2);
  const shown = shownBy(instances2);
  const blocks = configurationBlocks(configuration2);
  return (readSource) => {
    const resolver = resolverOf(document, index, readSource);
    const context = { ...shown, resolver, postponed: postponedGroups(instances2, resolver) };
    const parts = instances2.map((instance2) => partOf(context, instance2));
    return {
      header,
      ...blocks,
      sensitiveIds: sensitiveIdsOf(instances2, resolver),
      ...together(parts),
      unread: resolver.unread()
    };
  };
}
function configurationBlocks(configuration2) {
  return {
    moduleSource: (names) => {
      const called2 = names.at(-1);
      return called2 === void 0 ? void 0 : moduleAt(configuration2, names.slice(0, -1))?.calls.get(called2)?.source;
    },
    moduleBlocks: (names) => [...moduleAt(configuration2, names)?.resources.keys() ?? []],
    needsOf: (address) => blockNeeds(configuration2, address)
  };
}
function shownBy(instances2) {
  const byAddress2 = /* @__PURE__ */ new Map();
  const replacedById = /* @__PURE__ */ new Map();
  for (const instance2 of instances2) {
    if (!instance2.isUnconfigured) byAddress2.set(instance2.address, instance2);
    const old = isReplaced(instance2) ? idOf(instance2.before) : void 0;
    if (old !== void 0) replacedById.set(old, instance2);
  }
  return {
    managedGroups: instancesById(
      instances2.filter(({ type, mode }) => GROUP_TYPES.has(type) && mode === "managed")
    ),
    byAddress: byAddress2,
    replacedById,
    addressGroups: instancesById(instances2.filter(({ type }) => type === ADDRESS_GROUP_TYPE)),
    cidrOf: memo(parseCidr)
  };
}

// src/report/places.ts
function withPlaces(report, located) {
  return {
    ...report,
    findings: report.findings.map((finding2) => {
      const { places, without, standIns } = must(located[finding2.plan], "each plan has been looked for");
      const placed = (cause) => {
        const place2 = places.get(cause.address);
        const standIn = standIns.get(cause.address);
        if (place2 !== void 0) return { ...cause, place: causePlace(place2), standIn };
        const why = without.get(cause.address);
        return { ...cause, standIn, unplaced: why === void 0 ? void 0 : toText(why) };
      };
      return { ...finding2, causes: finding2.causes.map(placed) };
    })
  };
}
function causePlace(place2) {
  const { file, line, endLine, isBase } = place2;
  return { file, line, endLine, isBase, block: beside(place2.block, place2), call: beside(place2.call, place2) };
}
function beside(spot, { file, line }) {
  const isWithin2 = spot === void 0 || spot.file === file && spot.line <= line && line <= spot.endLine;
  return isWithin2 ? void 0 : { file: spot.file, line: spot.line, endLine: spot.endLine };
}
function placeInCheckout({ place: place2 }) {
  return place2?.isBase === false ? place2 : void 0;
}

// src/weigh/packets.ts
function packetsOf(region2, naming) {
  const lines = packetLines(region2);
  if (naming.isTrafficSensitive) {
    const directions = [...new Set(lines.map(({ direction }) => direction))];
    return directions.map((direction) => ({ direction, traffic: "sensitive", other: { kind: "sensitive" } }));
  }
  return lines.map(({ direction, protocols, ports, peers }) => ({
    direction,
    traffic: { protocols, ports },
    other: otherEnd(peers, naming)
  }));
}
function otherEnd(peers, { whole: whole2, ranges, isSensitive }) {
  if (whole2 !== void 0 && samePeers(peers, whole2.peers)) return whole2.other;
  return isSensitive ? { kind: "sensitive" } : { kind: "addresses", peers, names: namedParts(peers, ranges) };
}
var KNOWN_PROTOCOLS = [TCP, UDP, ICMP, 47, 50];
var KNOWN_PORTS = /* @__PURE__ */ new Map([
  [
    TCP,
    {
      ingress: { node: [10250, 443], control: [5443, 5444, 443], eni: [443, 80] },
      egress: { node: [443, 5443], control: [10250, 443], eni: [443, 80] }
    }
  ],
  [
    UDP,
    {
      ingress: { node: [53, 4789], control: [53, 4789], eni: [53] },
      egress: { node: [53, 123], control: [53, 123], eni: [53] }
    }
  ]
]);
var ECHO_REQUEST = icmpSlot(8, 0);
function witnessOf(region2, naming, { member, fate }) {
  const all = boxes(region2);
  for (const range of [...naming.ranges.filter(({ end }) => end !== void 0), void 0]) {
    const met = range === void 0 ? all : all.filter(({ peers }) => !hasNoPeers(sharedAddresses(peers, range.peers)));
    const packet = KNOWN_PROTOCOLS.flatMap(
      (protocol) => met.flatMap((box) => holds(box.protocols, protocol) ? [{ box, protocol }] : [])
    ).sort((a, b) => Number(hasKnownPort(b, member)) - Number(hasKnownPort(a, member))).concat(met.map((box) => ({ box, protocol: box.protocols.lo })))[0];
    const other = packet && otherOf(packet.box.peers, naming, range);
    if (packet === void 0 || other === void 0) continue;
    const { direction } = packet.box;
    return { direction, protocol: packet.protocol, port: onePort(packet, member), other, member, fate };
  }
  return void 0;
}
function holds({ lo, hi }, value) {
  return lo <= value && value <= hi;
}
function knownPorts({ box: { direction }, protocol }, member) {
  return KNOWN_PORTS.get(protocol)?.[direction][member] ?? (hasTypes(protocol) ? [ECHO_REQUEST] : []);
}
function hasKnownPort(packet, member) {
  return knownPorts(packet, member).some((port) => holds(packet.box.ports, port));
}
function onePort(packet, member) {
  const { box, protocol } = packet;
  const hasSome = protocol === TCP || protocol === UDP || hasTypes(protocol);
  return hasSome ? knownPorts(packet, member).find((one) => holds(box.ports, one)) ?? box.ports.lo : void 0;
}
var ANYBODY2 = "1.1.1.1";
var ANYBODY_V6 = "2606:4700:4700::1111";
function sharedAddresses(a, b) {
  return withoutTokens(intersectPeers(a, b));
}
function otherOf(peers, { whole: whole2, isSensitive, isTrafficSensitive }, range) {
  if (isSensitive || isTrafficSensitive) return void 0;
  if (whole2?.other.kind === "group" && samePeers(peers, whole2.peers)) {
    return { end: whole2.other.role, address: void 0 };
  }
  if (range !== void 0) return addressIn(sharedAddresses(peers, range.peers), range.end);
  const public4 = sharedAddresses(peers, addressesIn(ANYBODY2));
  if (!hasNoPeers(public4)) return addressIn(public4, "internet");
  if (peers.v4.length > 0) return addressIn(peers, void 0);
  const public6 = sharedAddresses(peers, addressesIn(ANYBODY_V6));
  return hasNoPeers(public6) ? addressIn(peers, void 0) : addressIn(public6, "internet");
}
function addressIn({ v4, v6 }, end) {
  const [first] = v4;
  if (first !== void 0) return { end, address: v4Text(first.lo + hostIn(first.hi - first.lo)) };
  const [first6] = v6;
  if (first6 === void 0) return void 0;
  const room = first6.hi - first6.lo;
  return { end, address: v6Text(first6.lo + BigInt(hostIn(room > 100n ? 100 : Number(room)))) };
}
function hostIn(room) {
  return room > 10 ? 10 : room > 2 ? 2 : 0;
}

// src/report/effective-fingerprint.ts
import { createHash } from "node:crypto";
function effectiveFingerprint(plan) {
  const parts = identitiesOf(plan);
  return parts === void 0 ? void 0 : fingerprintOf(parts);
}
function joinedFingerprint(plans) {
  const parts = plans.filter((part) => part !== void 0);
  if (parts.length < plans.length) return void 0;
  return parts.length === 1 ? parts[0] : fingerprintOf(parts);
}
function fingerprintOf(parts) {
  const sorted2 = distinct(parts).toSorted(compare);
  return createHash("sha256").update(JSON.stringify(sorted2)).digest("hex").slice(0, 32);
}
function identitiesOf({ subjects, world }) {
  const isHidden = subjects.some(
    ({ cluster, groups }) => cluster.label !== cluster.name || groups.some((view) => world.plan.sensitiveIds.has(view.key) || hasSecrets(view))
  );
  if (isHidden) return void 0;
  const groupText = memo((view) => viewIdentity(view, world));
  return subjects.map(
    ({ cluster, role, pool = null, groups }) => JSON.stringify([cluster.name, role, pool, groups.map(groupText).toSorted(compare)])
  );
}
function viewIdentity(view, world) {
  const { surely, possibly } = literally(view.rules.after, world);
  const rests = view.defaults.filter(({ belief, after }) => after !== void 0 && OPEN4.has(belief.kind)).map(({ requirement: requirement2, belief }) => `${requirement2?.id ?? ""} ${belief.kind}`);
  return JSON.stringify([
    view.key,
    regionIdentity(surely),
    regionIdentity(possibly),
    distinct(rests).toSorted(compare)
  ]);
}
var OPEN4 = /* @__PURE__ */ new Set(["assumed", "doubted", "gone"]);
function regionIdentity(of) {
  let before = NO_PEERS;
  let items = 0;
  const texts = boxes(of).map(({ direction, protocols, ports, peers }) => {
    const moved = [subtractPeers(peers, before), subtractPeers(before, peers)];
    hold(
      items += moved.reduce((sum, { v4, v6, tokens }) => sum + v4.length + v6.length + tokens.length, 1)
    );
    before = peers;
    return [direction, protocols, ports, moved];
  });
  return JSON.stringify(texts, (_, value) => typeof value === "bigint" ? value.toString() : value);
}
function hasSecrets({ rules }) {
  return rules.after.some(({ sides }) => sides.some(isSecret));
}

// src/report/identity.ts
import { createHash as createHash2 } from "node:crypto";
function fingerprints(subjects) {
  const sameName = groupBy(subjects.world.clusters, ({ name }) => name);
  const clusterId = ({ name, label, resource }) => {
    const isClear = label === name && (sameName.get(name)?.length ?? 1) === 1;
    return isClear ? name : resource?.address ?? label;
  };
  return (found) => {
    const { check: check2, change, row: row2, cluster, pool, role, causes, reason, waived } = found;
    return fingerprintFrom([
      check2.id,
      change,
      row2?.id ?? null,
      reason.kind,
      cluster === void 0 ? null : clusterId(cluster),
      groupId(found, subjects),
      pool ?? null,
      role ?? null,
      ...reasonIds(reason),
      ...row2 === void 0 ? causes.map(({ address }) => address) : [],
      ...waived === void 0 ? [] : ["waived", waived.cluster ?? null, ...waiverIds(waived)]
    ]);
  };
}
function fingerprintFrom(ids) {
  return createHash2("sha256").update(JSON.stringify(ids)).digest("hex").slice(0, 16);
}
function groupId({ group }, { viewOf, world }) {
  if (group === void 0) return null;
  return world.plan.sensitiveIds.has(group) ? viewOf(group).resource?.address ?? null : group;
}
function reasonIds(reason) {
  if (reason.kind === "opened")
    return [openingId(reason.opening), ...reason.family === "IPv4" ? [] : [reason.family]];
  if (reason.kind === "rule-problem") return [reason.problem.kind, reason.problem.flaw.id];
  if (reason.kind === "group-renamed") return [reason.what];
  if (reason.kind === "group-not-found") return [reason.text];
  if (reason.kind === "entry-contradicts") {
    return [reason.contradiction.key, reason.contradiction.source];
  }
  if (reason.kind === "facts-flawed") return [reason.flaw.kind, reason.flaw.file];
  if (reason.kind === "facts-otherwise") return [reason.than];
  if (reason.kind === "record-troubled") {
    const { kind, record, rows } = reason.trouble;
    return [kind, record, ...rows];
  }
  if (reason.kind === "no-table") return [reason.of];
  if (reason.kind === "ranges-overlap") return reason.of;
  if (reason.kind !== "waiver-idle") return [];
  const { requirement: requirement2, check: check2 = null, cluster = null, owner, reason: why, expires } = reason.waiver;
  return [reason.state, requirement2 ?? check2, cluster, ...waiverIds(reason.waiver), owner, why, expires];
}
function waiverIds({ packets, group, address }) {
  return [
    packets?.text ?? null,
    ...group === void 0 ? [] : [group],
    ...address === void 0 ? [] : [address]
  ];
}
function openingId(opening2) {
  return opening2.kind === "port" ? `tcp/${opening2.ports.from}-${opening2.ports.to}` : opening2.kind;
}
function uniqueFingerprints(findings, plans) {
  const sharing = groupBy(findings, ({ fingerprint }) => fingerprint);
  const names = plans.map(({ label, path: path9 }) => label ?? path9);
  const seen = /* @__PURE__ */ new Map();
  const nths = names.map((name) => {
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return nth;
  });
  return findings.map((finding2) => {
    const { fingerprint, plan } = finding2;
    if (sharing.get(fingerprint)?.length === 1) return finding2;
    const name = must(names[plan], "each finding is of a plan");
    const nth = must(nths[plan], "each finding is of a plan");
    return {
      ...finding2,
      fingerprint: fingerprintFrom([fingerprint, name, ...nth === 0 ? [] : [String(nth)]])
    };
  });
}
var configurationId = memoOfObject((configuration2) => {
  const waivers = configuration2.waivers.map(({ packets, ...terms }) => ({
    ...terms,
    packets: packets?.text
  }));
  const text2 = JSON.stringify(
    { ...configuration2, waivers },
    (_, value) => typeof value === "bigint" ? value.toString() : value
  );
  return createHash2("sha256").update(text2).digest("hex").slice(0, 16);
});

// src/report/joined.ts
var CHANGES2 = ["introduced", "transient", "undecided", "pre-existing"];
function conclusionOf(findings, failOn) {
  const fails = findings.some(
    ({ waived, severity }) => waived === void 0 && failOn !== "never" && byGravity(severity, failOn) <= 0
  );
  return fails ? "fail" : "pass";
}
function tallied(findings, failOn) {
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity, waived } of findings) if (waived === void 0) summary[severity]++;
  return {
    conclusion: conclusionOf(findings, failOn),
    summary,
    findings: findings.toSorted(asTold)
  };
}
function asTold(a, b) {
  return byGravity(a.severity, b.severity) || CHANGES2.indexOf(a.change) - CHANGES2.indexOf(b.change) || a.plan - b.plan || compare(a.cluster ?? "", b.cluster ?? "");
}
function totalsOf(plans) {
  const fingerprint = memo(
    () => joinedFingerprint(plans.map(({ effectiveFingerprint: effectiveFingerprint2 }) => effectiveFingerprint2()))
  );
  const sumOf = (what) => plans.reduce((sum, { holds: holds2 }) => sum + holds2[what], 0);
  return {
    plans,
    holds: { groups: sumOf("groups"), rows: sumOf("rows"), of: sumOf("of") },
    records: joinedRecords(plans.map(({ records }) => records)),
    effectiveFingerprint: () => fingerprint(void 0)
  };
}
function byName(a, b) {
  return compare(a.label ?? "", b.label ?? "") || compare(a.path, b.path);
}
function shardParts(report) {
  const clusters = byPlan(report.clusters);
  const groups = byPlan(report.groups);
  const findings = byPlan(report.findings.filter(({ ofRun }) => ofRun === void 0));
  const untouched2 = byPlan(report.untouched);
  const resolved = byPlan(report.resolved);
  return {
    plans: report.plans.map((plan, at) => ({
      plan,
      clusters: clusters(at),
      groups: groups(at),
      findings: findings(at),
      untouched: untouched2(at),
      resolved: resolved(at)
    })),
    runs: report.configurations.map((configuration2) => ({
      configuration: configuration2,
      findings: report.findings.filter(({ ofRun }) => ofRun === configuration2)
    }))
  };
}
function byPlan(all) {
  const known = groupBy(all, ({ plan }) => plan);
  return (plan) => known.get(plan) ?? [];
}
function joinedReports(shards, { failOn: asked, expected, mayLack }, textOf2) {
  const levels = distinct(shards.map((one) => one.failOn));
  const [level, ...otherLevels] = levels;
  const failOn = asked ?? level;
  if (failOn === void 0 || asked === void 0 && otherLevels.length > 0) {
    return err(`the reports were judged with different --fail-on (${levels.join(", ")}): say which counts`);
  }
  const all = shards.flatMap((shard) => shard.plans.map((part) => ({ part, shard })));
  const named2 = [...groupBy(all, ({ part: { plan } }) => JSON.stringify([plan.label, plan.path])).values()];
  const clash = named2.find(
    (same2) => same2.length > 1 && distinct(same2.map(({ part }) => textOf2(part))).length > 1
  );
  if (clash !== void 0) return err(clashLine(clash));
  const sorted2 = named2.map(([first2]) => first2).sort((a, b) => byName(a.part.plan, b.part.plan));
  const [{ shard: first }] = mustHaveOne(sorted2);
  const known = new Set(sorted2.flatMap(({ part: { plan } }) => [plan.label, plan.path]));
  const wanted = distinct([...expected, ...shards.flatMap(({ unreported: unreported2 }) => unreported2)]);
  const unreported = wanted.filter((name) => !known.has(name)).toSorted(compare);
  const report = reportOfParts(
    sorted2.map(({ part }) => part),
    runFindings(shards, sorted2),
    failOn
  );
  const fails = unreported.length > 0 && !mayLack;
  return ok({
    report: {
      ...report,
      unreported,
      conclusion: fails ? "fail" : report.conclusion,
      configurations: configurationsOf(shards)
    },
    ...{ failOn, fallbackFile: first.fallbackFile }
  });
}
function configurationsOf(shards) {
  return distinct(shards.flatMap(({ runs }) => runs.map(({ configuration: configuration2 }) => configuration2))).toSorted(
    compare
  );
}
function mustHaveOne(list2) {
  const [first, ...others] = list2;
  return [must(first, "a report has a plan"), ...others];
}
function clashLine([{ part, shard }, ...others]) {
  const other = must(others.at(-1), "two differ").shard.name;
  const { label, path: path9 } = part.plan;
  return `${shard.name} and ${other} say different things of ${label ?? path9}: give each plan a --label of its own, or leave out the older report`;
}
function reportOfParts(parts, ofRun, failOn) {
  const plans = parts.map(({ plan }) => plan);
  const of = (get) => parts.flatMap((part, plan) => get(part).map((one) => ({ ...one, plan })));
  const findings = [...of((part) => part.findings), ...ofRun];
  const known = findings.map((one) => ({ ...one, fingerprint: one.identity }));
  return {
    ...totalsOf(plans),
    ...tallied(uniqueFingerprints(known, plans), failOn),
    cloud: void 0,
    clusters: of((part) => part.clusters),
    groups: of((part) => part.groups),
    untouched: of((part) => part.untouched),
    resolved: of((part) => part.resolved),
    seen: []
  };
}
function runFindings(shards, sorted2) {
  const places = new Map(sorted2.map(({ part }, at) => [nameKey(part.plan), at]));
  const runs = shards.flatMap(
    ({ runs: own, plans: [first] }) => own.map((one) => ({
      ...one,
      plan: must(places.get(nameKey(first.plan)), "each plan has its place")
    }))
  );
  const same2 = groupBy(
    runs.sort((a, b) => a.plan - b.plan),
    ({ configuration: configuration2 }) => configuration2
  );
  return [...same2.values()].flatMap((some) => {
    const [{ plan }] = some;
    const told2 = firstOfEach(gravestFirst(some.flatMap(({ findings }) => findings)), (one) => one.identity);
    const left = told2.filter((one) => some.every((run2) => tells(run2, one)));
    const isWhole2 = some[0].findings.length === left.length;
    return left.map((one) => ({ ...one, plan, fixes: isWhole2 ? one.fixes : void 0 }));
  });
}
function nameKey({ label, path: path9 }) {
  return JSON.stringify([label, path9]);
}
function gravestFirst(findings) {
  const hours = ({ reason }) => reason.kind === "facts-flawed" && reason.flaw.kind === "old" ? reason.flaw.hours : 0;
  return findings.toSorted((a, b) => hours(b) - hours(a));
}
function tells({ findings }, { identity, reason, cluster }) {
  if (reason.kind === "facts-flawed" && reason.flaw.kind === "old") return true;
  return findings.some(
    (one) => one.identity === identity || reason.kind === "group-not-found" && one.reason.kind === "entry-unused" && one.cluster === cluster && one.reason.groups.includes(reason.text)
  );
}

// src/report/told-findings.ts
function toldFindings(judged2) {
  const all = judged2.flatMap(({ subjects, verdict }, plan) => {
    const fingerprint = fingerprints(subjects);
    return verdict.findings.map((found) => {
      const identity = fingerprint(found);
      return { found, plan, identity, fingerprint: identity };
    });
  });
  const isAside = ({ found }) => found.isUntouched && found.waived === void 0;
  return {
    told: uniqueFingerprints(
      all.filter((one) => !isAside(one)),
      judged2
    ),
    aside: all.filter(isAside)
  };
}

// src/report/shown-clusters.ts
function isOfThisPlan({ resource }, { world }) {
  return resource === void 0 || !world.isElsewhere(resource.address);
}
function isShownIn({ world: { plan } }) {
  const shown = shownKeys(plan);
  return ({ resource, node, control, eni }) => resource !== void 0 || [node, control, eni].some(
    (group) => group !== void 0 && [group.before, group.after, ...group.also].some((key) => key !== void 0 && shown.has(key))
  );
}
var shownKeys = memoOfObject(({ groups, rules }) => {
  const shown = new Set(groups.map(({ key }) => key));
  for (const { before, after } of rules) {
    for (const side of [before, after]) if (side?.group.kind === "group") shown.add(side.group.key);
  }
  return shown;
});

// src/report/report-of.ts
function findingsOf(judged2, { failOn }) {
  const reported = (told3) => told3.map(({ found, plan, fingerprint, identity }) => {
    const { subjects } = must(judged2[plan], "a finding is of a plan that was judged");
    return { ...reportFinding(found, subjects), fingerprint, identity, plan };
  });
  const { told: told2, aside } = toldFindings(judged2);
  return { ...tallied(reported(told2), failOn), untouched: reported(aside) };
}
function reportOf(judged2, { failOn, proposed }) {
  const worlds = judged2.map(({ subjects }) => subjects);
  const budget = budgetInForce();
  const fingerprintOf2 = memoOfObject(
    (of) => affordable(budget, "report", () => effectiveFingerprint(of))
  );
  const held = holdsOf(judged2);
  const plans = judged2.map((one, plan) => ({
    ...reportPlan(one),
    holds: must(held[plan], "each plan has its rows"),
    records: recordsOf(one.subjects, proposed),
    effectiveFingerprint: () => fingerprintOf2(one.subjects)
  }));
  const totals = totalsOf(plans);
  return {
    ...totals,
    ...findingsOf(judged2, { failOn }),
    unreported: [],
    configurations: distinct(worlds.map(({ world }) => configurationId(world.configuration))),
    cloud: cloudOf(judged2),
    clusters: judged2.flatMap(
      ({ subjects }, plan) => subjects.world.clusters.filter((cluster) => isOfThisPlan(cluster, subjects)).map((cluster) => ({ plan, ...reportCluster(cluster, subjects) }))
    ),
    groups: judged2.flatMap(({ subjects }, plan) => reportGroups(subjects, plan)),
    resolved: judged2.flatMap(
      ({ subjects, verdict }, plan) => verdict.resolved.map(({ check: check2, row: row2, cluster, group }) => ({
        plan,
        check: check2,
        row: row2,
        cluster: cluster.label,
        group: groupName(group, subjects)
      }))
    ),
    seen: seenRecords(worlds, proposed, totals.records)
  };
}
function reportPlan({
  path: path9,
  label,
  root,
  subjects
}) {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(isChanging);
  const unchanged2 = changed.length === 0 ? void 0 : unchangedBy(subjects, changed);
  return {
    ...{ path: path9, label, root },
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    program: header.program,
    changes: header.changeCount,
    showsCluster: subjects.world.clusters.some(isShownIn(subjects)),
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: unchanged2 !== void 0,
    unchangedIf: distinct(unchanged2?.restsOn.map(({ requirement: requirement2 }) => requirement2) ?? [])
  };
}
function reportCluster(cluster, subjects) {
  const { label, resource, networkType, model, configuration: configuration2 } = cluster;
  const bound = cluster.after ?? cluster.before;
  return {
    name: label,
    address: resource?.address,
    networkType: networkType === void 0 ? void 0 : tellableName(networkType, subjects),
    model,
    isModelConfigured: configuration2?.networkModel !== void 0,
    addresses: bound && {
      vpc: reportAddresses(bound.vpc),
      container: reportAddresses(bound.container),
      master: reportAddresses(bound.master),
      dns: reportAddresses(bound.dns)
    }
  };
}
function reportAddresses({ peers, isSensitive, source }) {
  return { peers: isSensitive ? "sensitive" : peers, source };
}
function tellableName({ text: text2, isSensitive }, { world }) {
  const hidden = hiddenNames(world.clusters);
  spend(hidden.length);
  const tellsName = hidden.some((name) => text2.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text2;
}
var hiddenNames = memoOfObject((clusters) => {
  const hidden = clusters.filter(({ name, label }) => label !== name);
  return hidden.map(({ name }) => name);
});
function reportGroups(all, plan) {
  const { subjects, world } = all;
  const groups = /* @__PURE__ */ new Map();
  for (const { cluster, model, role, groups: views } of subjects) {
    const isOwn = isOfThisPlan(cluster, all);
    for (const view of isOwn ? views : views.filter(({ key }) => hasOwnChanges(key, world))) {
      const { key, resource } = view;
      const name = resource?.nameAfter ?? resource?.nameBefore;
      const id = resource === void 0 ? isId(key) ? key : void 0 : resource.id;
      groups.set(`${cluster.name} ${role} ${key}`, {
        plan,
        role,
        cluster: cluster.label,
        key,
        name: name === void 0 ? void 0 : tellableName(name, all),
        address: resource?.address,
        id: id !== void 0 && world.plan.sensitiveIds.has(id) ? SENSITIVE : id,
        placedBy: (view.cluster === void 0 ? void 0 : cluster[role]?.placedBy) ?? "reference",
        openBefore: isOwn && isTouched(view, world) ? openBefore(view, { role, model }, world) : [],
        defaults: believedOnce(view.defaults)
      });
    }
  }
  return [...groups.values()];
}
function hasOwnChanges(key, world) {
  return world.rulesOf(key).some((rule) => isChanging(rule) && !world.isElsewhere(rule.address));
}
function isTouched({ key, resource }, world) {
  const isChanged = resource !== void 0 && !resource.isData && doesSomething(resource.actions);
  return isChanged || world.rulesOf(key).some(isChanging);
}
function isId(key) {
  return /^[0-9a-f]{8}-/.test(key);
}
function groupName(key, subjects) {
  if (key === void 0) return void 0;
  const { viewOf, world } = subjects;
  const { resource } = viewOf(key);
  const name = resource?.nameAfter ?? resource?.nameBefore;
  const text2 = name === void 0 ? SENSITIVE : tellableName(name, subjects);
  if (text2 !== SENSITIVE) return { key, shown: text2, isNameless: false };
  if (resource !== void 0) return { key, shown: resource.address, isNameless: false };
  if (world.plan.sensitiveIds.has(key)) return { key, shown: SENSITIVE, isNameless: false };
  return { key, shown: key, isNameless: NAMELESS.test(key) };
}
var NAMELESS = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/;
function reportFinding(found, subjects) {
  const { check: check2, severity, change, occasion, row: row2, cluster, pool, role, packets } = found;
  const { causes, reason, remedy, waived } = found;
  const missing = packets === void 0 ? [] : packetsOf(packets.region, packets.naming);
  return {
    check: check2,
    severity,
    change,
    occasion,
    row: row2,
    cluster: cluster?.label,
    group: groupName(found.group, subjects),
    pool,
    role,
    missing,
    witness: witnessOfFinding(found),
    causes: causes.map((cause) => ({ ...cause, place: void 0, unplaced: void 0, standIn: void 0 })),
    reason,
    remedy,
    restsOn: believedOnce(found.restsOn),
    fixes: void 0,
    waived,
    ofRun: found.isOfRun ? configurationId(subjects.world.configuration) : void 0
  };
}
function witnessOfFinding({ packets, role }) {
  if (packets === void 0) return void 0;
  const { region: region2, naming, fate, passedBefore } = packets;
  const member = must(role, "packets are those of a subject");
  if (fate !== "lost" || passedBefore === void 0) return witnessOf(region2, naming, { member, fate });
  const lost = intersect(region2, passedBefore);
  return isEmpty(lost) ? witnessOf(region2, naming, { member, fate: "perhaps-lost" }) : witnessOf(lost, naming, { member, fate });
}
function holdsOf(judged2) {
  const worlds = linkedPlans(judged2.map(({ subjects }) => subjects.world.surroundings));
  const worldOf2 = new Map(worlds.flatMap((plans, at) => plans.map((plan) => [plan, at])));
  const broken = brokenKeys(judged2, worldOf2);
  return judged2.map(({ subjects }, plan) => {
    const isShown = isShownIn(subjects);
    const counted2 = subjects.subjects.filter(
      ({ cluster, isLosingGroup, unknownGroups: unknownGroups2 }) => isOfThisPlan(cluster, subjects) && isShown(cluster) && !isLosingGroup && unknownGroups2.length === 0
    );
    const scopes = [{ plan }, { world: worldOf2.get(plan) }];
    const rows = counted2.flatMap((subject) => {
      const own = scopes.flatMap((scope) => broken.get(ownerKey(scope, subject)) ?? []);
      return distinct(allRows(subject).map(({ row: row2 }) => row2)).map(
        (row2) => !own.some(({ id }) => id === row2.id)
      );
    });
    return { groups: counted2.length, rows: rows.filter((holds2) => holds2).length, of: rows.length };
  });
}
function cloudOf(judged2) {
  const [audit] = judged2.filter(({ subjects }) => subjects.world.occasion === "audit");
  if (audit === void 0) return void 0;
  const { lookedAt } = audit.subjects.world.facts;
  const telling = lookedAt.filter(({ isAboutGroups }) => isAboutGroups);
  const dates = (telling.length > 0 ? telling : lookedAt).map(({ since }) => since);
  const known = dates.filter((since) => since !== void 0).sort();
  return {
    files: lookedAt.map(({ name }) => name),
    since: known.length < dates.length ? void 0 : known[0]
  };
}
function holdsAllTheSame({ reason }) {
  return reason.kind === "not-crosswise" || reason.kind === "upgrade-refused";
}
function brokenKeys(judged2, worldOf2) {
  const found = judged2.flatMap(
    ({ subjects, verdict }, plan) => verdict.findings.map((one) => {
      const isOwn = one.cluster === void 0 || isOfThisPlan(one.cluster, subjects);
      return { one, owner: ownerKey(isOwn ? { plan } : { world: worldOf2.get(plan) }, one) };
    })
  );
  const byOwner = [...groupBy(found, ({ owner }) => owner)];
  const rows = ({ one }) => holdsAllTheSame(one) ? [] : rowsOf(one);
  return new Map(byOwner.map(([owner, all]) => [owner, distinct(all.flatMap(rows))]));
}
function ownerKey(scope, { cluster, pool }) {
  return JSON.stringify([scope, cluster?.name, pool]);
}

// src/run.ts
function run(input) {
  const { plans, configuration: configuration2, failOn, proposed = configuration2 } = input;
  const judged2 = judge(input);
  return {
    report: during("report", () => reportOf(judged2, { failOn, proposed })),
    judged: judged2,
    notes: judged2.map((one, i) => {
      const { path: path9, plan } = must(plans[i], "each was judged");
      return [...cautionsOf(plan.header).map((caution) => `${path9} ${caution}`), ...contradictions(one)];
    })
  };
}
function tryRun(input, like) {
  const judged2 = judge(input, like?.judged);
  return { judged: judged2, report: during("report", () => findingsOf(judged2, input)) };
}
function judge(input, like = []) {
  const { plans, occasion = "plan", configuration: configuration2, facts = NO_FACTS, today } = input;
  const named2 = plans.map(({ path: path9, label, plan }) => ({ name: label ?? path9, plan }));
  const around2 = occasion === "audit" ? [everythingIn(facts.told)] : surroundingsOf(named2, facts.told);
  const subjects = around2.map((surroundings, i) => {
    const { plan } = must(plans[i], "each plan has its surroundings");
    const other = like[i]?.subjects;
    const world = worldOf({ plan, occasion, surroundings, facts, configuration: configuration2, today }, other?.world);
    return subjectsOf(world, other);
  });
  const verdicts = during("rules", () => runChecks(subjects));
  return plans.map(({ path: path9, label, root }, i) => ({
    ...{ path: path9, label, root },
    subjects: must(subjects[i], "each plan has its subjects"),
    verdict: must(verdicts[i], "each plan has its verdict")
  }));
}
function contradictions({ path: path9, subjects: { world } }) {
  const tellers = world.occasion === "audit" ? "files of facts" : "other plans or facts";
  const ids = [...world.contradicted].filter((id) => !world.plan.sensitiveIds.has(id)).sort();
  return ids.length === 0 ? [] : [`${path9} names ${ids.join(", ")}; ${tellers} say different things of it, so it stays unplaced`];
}

// src/command/judge-files.ts
async function openRun({
  plans: files,
  facts: told2 = NOBODY_LOOKED,
  label,
  budget = UNBOUNDED,
  ...how
}) {
  beginPeers();
  const plans = [];
  for (const file of files) {
    const plan = await readPlanFile(file, budget);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await readFacts(told2, budget);
  if (!facts.ok) return facts;
  if (how.occasion === "audit") plans.push(emptyFile(told2, label));
  const input = { plans, facts: facts.value, ...how };
  const judged2 = within(budget, "clusters", () => run(input));
  return ok({
    ...judged2,
    input,
    sourceOf: async (plan) => plans[plan]?.open?.(),
    budget,
    placesIn: (plan, wanted) => {
      const { subjects } = must(judged2.judged[plan], "one a plan");
      return placesFor(subjects, wanted, must(plans[plan], "one a plan").open, budget);
    }
  });
}
async function judgeFiles(files) {
  const opened2 = await openRun(files);
  if (!opened2.ok) return opened2;
  const { judged: judged2, notes, placesIn, budget, sourceOf: sourceOf2 } = opened2.value;
  const report = await mendedReport(opened2.value);
  const located = await Promise.all(
    judged2.map(
      ({ verdict }, plan) => inTime(
        placesIn(
          plan,
          verdict.findings.flatMap(({ causes }) => causes)
        ),
        { ...NOWHERE, notes: [NO_PLACES] }
      )
    )
  );
  return ok({
    ...{ judged: judged2, budget },
    report: withPlaces(report, located),
    notes: located.map((one, plan) => [...must(notes[plan], "of each plan"), ...one.notes]),
    sourceOf: sourceOf2
  });
}
async function mendedReport(run2) {
  const { report, input, budget, judged: judged2, sourceOf: sourceOf2 } = run2;
  const isOver = report.cloud !== void 0 || report.findings.every(({ severity }) => severity === "notice");
  if (isOver) return report;
  const { mendedByWorld } = await import("./chunks/by-world-VADE73ZD.js");
  const makers = await Promise.all(
    judged2.map(
      ({ subjects }, plan) => inTime(
        makersBeside(subjects, () => sourceOf2(plan)),
        /* @__PURE__ */ new Map()
      )
    )
  );
  return mendedByWorld({ input, run: run2 }, budget, makers);
}
async function makersBeside(subjects, open) {
  const { blocksToRead } = await import("./chunks/makers-XRPKK6UH.js");
  const asked = blocksToRead(subjects);
  const source = asked.length === 0 ? void 0 : await open();
  if (source === void 0) return /* @__PURE__ */ new Map();
  const { readMaker } = await import("./chunks/makers-4EEHT6XX.js");
  const found = await Promise.all(
    asked.map(async ({ block, instance: instance2 }) => [block, await readMaker(source, instance2)])
  );
  return new Map(found.flatMap(([block, maker]) => maker === void 0 ? [] : [[block, maker]]));
}
async function readFacts({ files, date, known }, budget) {
  if (known !== void 0) return ok(known);
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import("./chunks/facts-of-GJZSWTIW.js");
  return within(budget, "reading", () => factsOfFiles(files, date));
}
var NOBODY_LOOKED = { files: [], date: void 0 };
function emptyFile({ files }, label) {
  return { path: files.map(({ path: path9 }) => path9).join(", "), label, plan: emptyPlan(), open: void 0 };
}
async function readPlanFile({ path: path9, label, bytes, source }, budget) {
  const opened2 = within(budget, "reading", () => openPlan(bytes));
  if (!opened2.ok) return opened2;
  const follow2 = (readSource) => within(budget, "references", () => opened2.value(readSource));
  const plan = follow2(NO_SOURCE);
  if (source === void 0) return ok({ path: path9, label, plan, open: void 0 });
  const open = opening(counted(source, budget), plan);
  const read = { path: path9, label, root: source.rootModule, open };
  if (plan.unread.length === 0) return ok({ ...read, plan });
  const { planWithSource } = await import("./chunks/locals-HMQIQHUJ.js");
  return ok({ ...read, plan: await planWithSource(follow2, plan, await open()) });
}
function opening(reader, { moduleSource }) {
  let opened2;
  return () => opened2 ??= import("./chunks/source-W5C5KDP7.js").then(
    ({ openSource }) => openSource(reader, moduleSource)
  );
}
var STEPS_PER_SOURCE_BYTE = 30;
var STEPS_PER_PLACE = 2e3;
function counted(reader, budget) {
  const read = async (bytes) => {
    const found = await bytes;
    budget.spend(1 + STEPS_PER_SOURCE_BYTE * (found?.length ?? 0), "files");
    return found;
  };
  const revision = (of) => ({
    list: (directory) => of.list(directory),
    read: (path9) => read(of.read(path9))
  });
  return {
    ...revision(reader),
    rootModule: reader.rootModule,
    isBaseNamed: reader.isBaseNamed === true,
    grammar: () => reader.grammar(),
    bases: async () => (await reader.bases?.() ?? []).map(revision)
  };
}
async function inTime(read, otherwise) {
  try {
    return await read;
  } catch (error) {
    if (error instanceof OutOfBudget) return otherwise;
    throw error;
  }
}
var NOWHERE = { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), standIns: /* @__PURE__ */ new Map(), notes: [] };
var NO_PLACES = "the findings have no lines: to look for all of them takes longer than the deadline allows";
async function placesFor({ world }, sought, open, budget) {
  const own = sought.filter(({ address }) => !world.isElsewhere(address));
  if (open === void 0 || own.length === 0) return NOWHERE;
  const { locate } = await import("./chunks/locate-J5B6SEGO.js");
  const attributes2 = new Map(world.plan.rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = own.map((one) => ({ ...one, attributes: attributes2.get(one.address) ?? [] }));
  return locate(await open(), wanted, () => budget.spend(STEPS_PER_PLACE, "places"));
}

// src/command/with-files.ts
async function withFiles(request, work) {
  const { configuration: configuration2, deadline } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const facts = readFactsFiles(request.facts);
  if (!facts.ok) return facts;
  const settle2 = request.prepareEngine([...plans.value, ...facts.value]);
  const bytes = inputBytes(plans.value, facts.value);
  const input = {
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration: configuration2,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration2.failOn ?? "critical",
    today: request.now.toISOString().slice(0, 10),
    label: request.label,
    ...request.occasion !== void 0 && { occasion: request.occasion },
    budget: budgetFor(bytes, deadline, request)
  };
  try {
    const worked = await work(input);
    return worked.ok ? ok({ value: worked.value, input, settle: settle2 }) : worked;
  } catch (error) {
    if (error instanceof OutOfBudget) return err(outOfBudgetLine(error, deadlineFor(bytes, deadline)));
    throw error;
  }
}
function runErrorLine({ path: file, error }) {
  return `${file} ${error.message}`;
}
function readFactsFiles({ files }) {
  const read = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, "facts");
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    read.push({ path: name, bytes: bytes.value });
  }
  return ok(read);
}
async function readPlans({ plans, label }) {
  const read = [];
  for (const { name, file, source } of plans.toSorted((a, b) => compare(a.name, b.name))) {
    const bytes = openPlanFile(file, plans.length > 1);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened2 = await source();
    if (!opened2.ok) return opened2;
    const files = opened2.value === void 0 ? {} : { source: opened2.value };
    read.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read);
}

// src/command/check.ts
async function check(request) {
  const worked = await withFiles(request, async (input2) => {
    const result = await judgePlans(input2, request);
    return result.ok ? result : err(runErrorLine(result.error));
  });
  if (!worked.ok) return worked;
  const { input, settle: settle2, value } = worked.value;
  const { report, notes, sourceOf: sourceOf2, ...paths } = value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of distinct(notes.flat())) request.note(sentence);
  const fallbackFile = await fallbackFileOf(report, input.plans[0]?.source);
  const fixed = { version: VERSION, fallbackFile, failOn: input.failOn };
  const renderAs = renderOf(report, { ...fixed, ...paths, shownFile: shownFileOf(input.plans) });
  const settled = settle2();
  const answered = await request.answer(report, renderAs, sourceOf2);
  await settled;
  if (!answered.ok) return answered;
  const { unchangedSince } = request;
  if (unchangedSince === void 0) return ok(report.conclusion === "pass" ? 0 : 1);
  const fingerprint = report.effectiveFingerprint();
  return fingerprint === void 0 ? err(NO_FINGERPRINT) : ok(fingerprint === unchangedSince ? 0 : 1);
}
async function judgePlans(input, { apart, deadline, progress }) {
  if (apart === void 0 || !isWorthThreads(input.plans)) return judgeFiles(input);
  const { judgeApart } = await import("./chunks/judge-apart-DDNRI65F.js");
  const result = await judgeApart(input, { ...apart, deadline, progress });
  return result.ok ? ok({ ...result.value, sourceOf: nobodys }) : result;
}
var nobodys = () => Promise.resolve(void 0);
var PLAN_BYTES = 2e5;
var WORTH_BYTES = 1e8;
function isWorthThreads(plans) {
  const bytes = inputBytes(plans);
  const isWorth = plans.length > 1 ? PLAN_BYTES * plans.length + bytes >= WORTH_BYTES : mayNotFit(bytes);
  return isWorth && plans.every(({ bytes: bytes2 }) => fileBehind(bytes2) !== void 0);
}
function renderOf(report, options) {
  return async (format, terminal = { colors: false }) => {
    const render = await FORMATS[format]();
    return render(report, { ...options, ...terminal });
  };
}
var NO_FINGERPRINT = "cannot tell whether anything changed since that fingerprint: these plans have none, because it would tell of a sensitive value, or is too much work";
function shownFileOf(plans) {
  const roots = distinct(plans.map(({ source }) => source?.rootFromHere ?? ""));
  const [root = ""] = roots;
  return roots.length > 1 || root === "" ? void 0 : (file) => path7.relative(".", path7.join(root, file)).replaceAll("\\", "/");
}
async function fallbackFileOf({ cloud }, source) {
  const [seen] = cloud?.files ?? [];
  if (seen !== void 0) return seen;
  const module = source?.rootModule ?? "";
  const names = await source?.list(module) ?? [];
  return path7.posix.join(module, usualFile(names.filter(isConfiguration).sort(compare)) ?? MAIN_FILE);
}
var NO_CLUSTER = "found nothing to judge: no plan of this run shows a CCE cluster or a security group of one, and --require-cluster asks for one";

// src/edge/configuration-file.ts
import path8 from "node:path";

// src/config/configuration.ts
var NO_CONFIGURATION = {
  failOn: void 0,
  defaultRulePriority: void 0,
  severity: {},
  allow: [],
  extends: void 0,
  mayOverride: [],
  clusters: [],
  waivers: []
};
function bareCluster(name) {
  return {
    name,
    region: void 0,
    networkModel: void 0,
    vpcCidrs: void 0,
    containerCidrs: void 0,
    masterCidrs: void 0,
    dnsServers: void 0,
    loadBalancerCidrs: void 0,
    serviceMeshCidrs: void 0,
    serviceCidrs: void 0,
    securityGroups: { node: [], control: [], eni: [] },
    defaultRules: void 0
  };
}

// src/edge/configuration-file.ts
var CONFIGURATION_PLACES = ["cce-plan-guard.yml", ".github/cce-plan-guard.yml"];
async function openConfigurationFile(named2, { mayLack = false } = {}) {
  const file = named2 ?? CONFIGURATION_PLACES.find((place2) => isThere(place2));
  if (file === void 0 || mayLack && !isThere(file)) {
    const rightPath = CONFIGURATION_PLACES.find((place2) => isThere(misnamed(place2)));
    if (named2 === void 0 && rightPath !== void 0) {
      const other = misnamed(rightPath);
      return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
    }
    return ok({
      path: file ?? CONFIGURATION_PLACES[0],
      text: void 0,
      ...{ configuration: NO_CONFIGURATION, texts: [], notes: [], reads: [file ?? CONFIGURATION_PLACES[0]] }
    });
  }
  const bytes = readBytes(file, "configuration");
  if (!bytes.ok) return err(`${file} ${bytes.error}`);
  const text2 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value);
  const whole2 = await wholeConfiguration(text2, file, readBeside(file));
  return whole2.ok ? ok({ path: file, text: text2, ...whole2.value }) : whole2;
}
function readBeside(file) {
  return (named2) => {
    if (named2.kind === "repository") return Promise.resolve(err(`${file}: ${ONLY_THE_ACTION}`));
    const name = path8.join(path8.dirname(file), named2.path);
    const bytes = readBytes(name, "configuration");
    return Promise.resolve(
      bytes.ok ? ok({ name, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value) }) : err(`${name}, which ${file} extends, ${bytes.error}`)
    );
  };
}
var ONLY_THE_ACTION = "extends names another repository, which only the Action fetches. Check that repository out at the commit, and name the file: extends: ../policy/cce-plan-guard.yml";
async function wholeConfiguration(text2, file, readBase) {
  const parsed = await parseConfiguration(text2, file);
  if (!parsed.ok) return parsed;
  const own = parsed.value;
  const texts = [{ name: file, text: text2 }];
  if (own.extends === void 0) return ok({ configuration: own, texts, notes: [], reads: [file] });
  const read = await readBase(own.extends);
  if (!read.ok) return read;
  const { name } = read.value;
  const base = await parseConfiguration(read.value.text, name);
  if (!base.ok) return base;
  if (base.value.extends !== void 0) {
    return err(`${name}, which ${file} extends, extends another file: let ${file} extend that one`);
  }
  const { extended } = await import("./chunks/extended-MZ5SG75L.js");
  const { configuration: configuration2, overruled } = extended(own, base.value);
  const notes = overruled.map(
    (key) => `\`${key}\` of ${file} does not count where ${name} says otherwise: its \`may-override\` does not name it`
  );
  return ok({ configuration: configuration2, texts: [...texts, read.value], notes, reads: [file, name] });
}
async function configurationFrom([own, base]) {
  if (own === void 0) return NO_CONFIGURATION;
  const read = base === void 0 ? await parseConfiguration(own.text, own.name) : await wholeConfiguration(own.text, own.name, () => Promise.resolve(ok(base)));
  const found = must(read.ok ? read.value : void 0, "they were read before");
  return "configuration" in found ? found.configuration : found;
}
function misnamed(rightPath) {
  return rightPath.replace(/\.yml$/, ".yaml");
}
async function parseConfiguration(text2, file) {
  const [{ readConfiguration }, { CHECK_IDS: CHECK_IDS2 }] = await Promise.all([
    import("./chunks/read-configuration-TBYQBEED.js"),
    import("./core.js")
  ]);
  const read = readConfiguration(text2, CHECK_IDS2);
  return read.ok ? read : err(`${file}: ${read.error.message}`);
}

// src/command/configured.ts
async function configurationFor(files, world) {
  const read = await configurationRead(files, world);
  return read.ok ? ok(read.value.configuration) : read;
}
async function configurationRead({ config, inputs, output, reports }, { note: note2 }) {
  const file = await openConfigurationFile(config);
  if (!file.ok) return file;
  const { reads, notes } = file.value;
  const spared = spares(output, [...inputs, ...reads], reports);
  if (!spared.ok) return spared;
  for (const sentence of notes) note2(sentence);
  return file;
}

// src/command/gitlab-note.ts
var NOTE_OPTION = { "gitlab-note": { type: "boolean", default: false } };
async function putNoteOf(report, { writesNote, label }, { env, note: note2 }) {
  if (!writesNote) return;
  const { putNote } = await import("./chunks/merge-request-note-36SEIN36.js");
  const sentence = await putNote(report, { env, label });
  if (sentence !== void 0) note2(sentence);
}
async function withNote({ writesNote, label }, { env, note: note2 }, work) {
  let status;
  try {
    status = await work();
    return status;
  } finally {
    if (writesNote && status?.ok !== true) {
      const { withdrawNote } = await import("./chunks/merge-request-note-36SEIN36.js");
      const sentence = await withdrawNote({ env, label });
      if (sentence !== void 0) note2(sentence);
    }
  }
}

// src/command/write-forms.ts
async function writeForms({ format, output, reports, isQuiet, color }, render, { write, terminal }) {
  for (const one of reports) {
    const written2 = write(await render(one.format), one.file);
    if (!written2.ok) return written2;
  }
  if (isQuiet && output === void 0) return ok(void 0);
  return write(await render(format, terminal(output, color)), output);
}

// src/command/check-command.ts
var checkCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard check PLAN... [options]

Says whether a Terraform plan breaks a CCE cluster or opens it to the world.
PLAN is the output of \`terraform show -json FILE\`; \`-\` reads standard input, a folder stands for the .json files
in it, a glob in quotes for what it finds.

  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud; may be given again. What \`cce-plan-guard facts\` writes, answers of the
                    API, lists of \`openstack security group\`, or \`terraform show -json\` of the state of another root
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --format FORMAT   ${FORMAT_NAMES}; default: text
  --output FILE     write the report there instead of to standard output
  --report FORMAT=FILE  write one more report, as sarif=plan.sarif; may be given again
  --fail-on LEVEL   ${LEVEL_NAMES}; default: critical
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted; default: where the branch left the main one,
                    then the last commit
  --label NAME      a name for this plan in the report
  --require-cluster exit 2 when no plan shows a CCE cluster or a security group of one
  --unchanged-since FINGERPRINT  exit 0 when \`effectiveFingerprint\` of an earlier report is still the same, 1 when it
                    is another, 2 when nobody can tell; findings do not count then
  --gitlab-note     in a pipeline of a merge request of GitLab: bring one note on it up to date, with the token in
                    GITLAB_TOKEN. Whether that works does not change the exit status
  --quiet, -q       print nothing; files are written, and the exit status tells
  --color WHEN      always, never, auto; default: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise
  --deadline SECONDS  how long judging may take; default: 120 for each 250 MB of input that is begun
  --help, --version

exit: 0 pass, 1 findings at or above --fail-on, 2 could not judge
`,
  run: async (argv, world) => {
    const options = readCheckOptions(argv);
    if (!options.ok) return options;
    return withNote(options.value, world, () => runCheck(options.value, world));
  }
};
var NO_FILES = "no .tf file lies beside the plan or in the working directory. --source DIR says where they lie";
var OPTIONS = {
  facts: { type: "string", multiple: true },
  source: { type: "string" },
  base: { type: "string" },
  ...REPORT_OPTIONS,
  "require-cluster": { type: "boolean", default: false },
  "unchanged-since": { type: "string" },
  ...NOTE_OPTION,
  ...SHARED_OPTIONS
};
function readCheckOptions(argv) {
  const read = readArguments(argv, "check", OPTIONS);
  if (!read.ok) return read;
  const { values: values2, positionals } = read.value;
  const plans = plansNamed(positionals, "check");
  if (!plans.ok) return plans;
  const report = reportNamed(values2);
  if (!report.ok) return report;
  const facts = factsNamed(values2.facts ?? [], values2["facts-date"]);
  if (!facts.ok) return facts;
  const { source, base, "unchanged-since": unchangedSince } = values2;
  if (unchangedSince !== void 0 && !/^[0-9a-f]{32}$/.test(unchangedSince)) {
    return err("--unchanged-since takes the 32 digits of `effectiveFingerprint` of a JSON report");
  }
  return ok({
    unchangedSince,
    ...{ plans: plans.value, facts: facts.value, ...report.value, source, base },
    requiresCluster: values2["require-cluster"],
    writesNote: values2["gitlab-note"]
  });
}
async function runCheck({ plans: named2, facts, config, ...options }, world) {
  const found = await plansFound(named2);
  if (!found.ok) return found;
  const plans = found.value;
  const { output, reports } = options;
  const read = await configurationRead(
    { config, inputs: [...plans, ...facts.files], output, reports },
    world
  );
  if (!read.ok) return read;
  const { configuration: configuration2, texts } = read.value;
  const isPage = [options.format, ...reports.map(({ format }) => format)].includes("html");
  const openSource = sourceOpener(options);
  return check({
    configuration: configuration2,
    apart: isPage || world.thread === void 0 ? void 0 : { program: world.thread, configuration: texts },
    plans: plans.map((file) => ({ name: shownFile(file), file, source: () => openSource(file) })),
    facts: factsToRead(facts),
    failOn: options.failOn,
    label: options.label,
    requiresCluster: options.requiresCluster,
    unchangedSince: options.unchangedSince,
    deadline: options.deadline,
    now: world.now,
    prepareEngine: engineFor,
    note: world.note,
    progress: world.progress,
    answer: async (report, render) => {
      const bare = options.isQuiet ? void 0 : planWithoutFiles(report);
      if (bare !== void 0) world.note(`findings of ${bare} have no lines: ${NO_FILES}`);
      const written2 = await writeForms(options, render, world);
      if (written2.ok) await putNoteOf(report, options, world);
      return written2;
    }
  });
}
function planWithoutFiles({ findings, plans }) {
  const bare = findings.find(({ plan, causes }) => causes.length > 0 && plans[plan]?.root === void 0);
  return bare && plans[bare.plan]?.path;
}

// src/format/parts.ts
var MARKS = { critical: "✖", warning: "▲", notice: "●" };
var CAUSE_LIMIT = 5;
var SENTENCE_LIMIT = 5;
function firstFew(items, limit) {
  return { shown: items.slice(0, limit), left: Math.max(0, items.length - limit) };
}
function andMore(left) {
  return left > 0 ? [`and ${left} more`] : [];
}
function firstAsides({ all, limit, more }) {
  const { shown, left } = firstFew(all, limit);
  return { shown, rest: left > 0 ? [`and ${left} ${more}`] : [] };
}
function rowIds({ rows }) {
  return distinct(rows.map(({ row: row2 }) => row2.id));
}
function pageParts(block) {
  const tables = groupBy(block.named, ({ table: table9 }) => table9);
  return [...tables].map(([number, rows]) => {
    const { shown, left } = firstFew(rows, PURPOSE_LIMIT);
    const purposes = [...shown.map(purposeOf), ...andMore(left)];
    return { table: `Table ${number}`, url: linkOf(rows[0]), purposes: isMild(block) ? [] : purposes };
  });
}
function tableLinks(rows) {
  return firstOfEach(rows, ({ table: table9 }) => table9).map((row2) => ({
    table: `Table ${row2.table}`,
    url: linkOf(row2)
  }));
}
var PURPOSE_LIMIT = 3;
function purposeOf({ id, purpose, note: note2 }) {
  return [`${id}: ${purpose}`, ...note2 === void 0 ? [] : [note2]].join(" ");
}
function isGroupOf({ plan, cluster, group }, entry) {
  return entry.plan === plan && entry.cluster === cluster && entry.key === group?.key;
}
function uriOf(path9) {
  const whole2 = path9.replaceAll(new RegExp("\\p{Cs}", "gu"), "�");
  return whole2.split("/").map(encodeURIComponent).join("/");
}
function waivedTerms({ waived }, words, value) {
  return `${words(waived.reason)} (${value(waived.owner)}, until ${words(waived.expires)})`;
}

// src/format/plain.ts
function rawText(shown) {
  return typeof shown === "string" ? shown : openText(shown);
}
function isBlank(shown) {
  return rawText(shown) === "";
}
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
var BREAKS = /\r\n|[\n\v\f\r\u{85}\u{2028}\u{2029}]/gu;
var PLAIN_ASCII = /^[ -~]*$/;
var PILED_MARKS = new RegExp("(\\p{M}{4})\\p{M}+", "gu");
function plain(shown, limit = VALUE_LIMIT) {
  const text2 = rawText(shown);
  const near = text2.length > 4 * limit ? text2.slice(0, 4 * limit) : text2;
  const seen = visible(near.replaceAll(BREAKS, "↵").replaceAll("	", " "));
  if (near === text2 && seen.length <= limit) return seen;
  const characters2 = Array.from(seen);
  if (near === text2 && characters2.length <= limit) return seen;
  return `${characters2.slice(0, limit - 1).join("")}…`;
}
function plainLines(text2) {
  return text2.split(BREAKS).map((line) => line.split("	").map(visible).join("	"));
}
function visible(text2) {
  if (PLAIN_ASCII.test(text2)) return text2;
  return text2.replaceAll(INVISIBLE, "").replaceAll(PILED_MARKS, "$1");
}

// src/report/links.ts
var HOME = "https://github.com/OWNER/cce-plan-guard";
var DOCUMENTS = `${HOME}/blob/v${VERSION}/docs`;
function checkLink({ id }) {
  return `${DOCUMENTS}/checks/${id}.md`;
}
function rowLink({ id }) {
  return `${DOCUMENTS}/rows.md#${rowAnchor({ id })}`;
}
function rowAnchor({ id }) {
  return id.toLowerCase().replace(".", "");
}

// src/report/telling/names.ts
function planName({ label, path: path9 }, escaped) {
  return label === void 0 ? escaped(path9) : `${escaped(label)} (${escaped(path9)})`;
}
function planWords({ plan }, { plans }) {
  if (plans.length < 2 || plan === void 0) return [];
  return [must(shortNames(plans)[plan], "whatever is told is of a plan that was read")];
}
var shortNames = memoOfObject((plans) => {
  const byLabel = groupBy(plans, ({ label }) => label);
  return plans.map(
    ({ label, path: path9 }) => label !== void 0 && byLabel.get(label)?.length === 1 ? label : path9
  );
});
function clusterWords(of, report, escaped) {
  const plan = planWords(of, report).map((name) => escaped(name));
  if (of.cluster === void 0) return plan[0];
  return [escaped(of.cluster), ...plan.map((name) => `(${name})`)].join(" ");
}
function wholePlanWords({ plan }, { plans }, escaped) {
  if (plans.length < 2 || plan === void 0) return [];
  return [planName(must(plans[plan], "a finding is of a plan that was read"), escaped)];
}
function planOfComment(block, report, escaped) {
  const label = report.plans[block.plan]?.label;
  const alone2 = label === void 0 ? [] : [escaped(label)];
  return report.plans.length > 1 ? wholePlanWords(block, report, escaped) : alone2;
}
var POOL_LIMIT2 = 4;
function subjectParts({ pools, group }, escaped) {
  const names = capped(
    pools.map((pool) => escaped(pool)),
    POOL_LIMIT2
  );
  return [
    ...pools.length === 0 ? [] : [`${pools.length === 1 ? "pool" : "pools"} ${names}`],
    ...group === void 0 || group.isNameless ? [] : [`group ${escaped(group.shown)}`]
  ];
}
function plansToName({ plans }) {
  const paths = plans.map(({ path: path9 }) => path9);
  return paths.length <= PATH_LIMIT && paths.every((path9) => SHELL_SAFE.test(path9)) ? paths.join(" ") : "PLAN...";
}
var PATH_LIMIT = 3;
var SHELL_SAFE = /^[\w./][\w./+@-]{0,99}$/;
function recordCommand(report) {
  return `cce-plan-guard record ${plansToName(report)}`;
}
function fixCommand({ findings: [first] }, report) {
  return `cce-plan-guard fix ${plansToName(report)} ${shortFingerprint(first)}`;
}

// src/report/telling/titles.ts
var TITLES = {
  fixes: "How to mend it (proved against this plan)",
  noFix: "How to mend it",
  purposes: "What these rows are for",
  believed: "What is believed of the rules that CCE made",
  clusters: "What each cluster is taken to be"
};
function waivedTitle(waived) {
  return `Waived: ${waived.length}`;
}
function timesOf({ cloud }) {
  return cloud === void 0 ? ["before", "while applying", "after"] : ["now"];
}
function statesTitle(report) {
  return `How each row stands: ${timesOf(report).join(", ")}`;
}
function rowHeads(block) {
  return ["row", "packets", "from or to", isMild(block) ? "at stake" : "what is lost"];
}
function kindParts({ change, findings }) {
  return [change, ...findings.length > 1 ? [count(findings.length, "finding")] : []];
}

// src/report/words/place-words.ts
function placeNotes({ place: place2 }, shownFile2 = (file) => file) {
  const { isBase = false, block, call } = place2 ?? {};
  const spotText = ({ file, line }) => `${shownFile2(file)}:${line}`;
  return [
    ...isBase ? [toText("at the base revision")] : [],
    ...block === void 0 ? [] : [toText(`its block: ${spotText(block)}`)],
    ...call === void 0 ? [] : [toText(`called in ${spotText(call)}`)]
  ];
}
function unplacedSentences(causes) {
  const why = causes.flatMap(({ unplaced }) => unplaced ?? []);
  return firstOfEach(why, openText).map((text2) => asSentence(say`Where no line is shown, ${text2}`));
}

// src/format/text/page.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function terminalLink(links) {
  return links === true ? (text2, url) => `\x1B]8;;${url}\x07${text2}\x1B]8;;\x07` : (text2) => text2;
}
function paintOf(colors) {
  const c = import_picocolors.default.createColors(colors);
  return {
    critical: (text2) => c.bold(c.red(text2)),
    warning: (text2) => c.bold(c.yellow(text2)),
    notice: (text2) => c.bold(c.blue(text2)),
    good: (text2) => c.bold(c.green(text2)),
    strong: c.bold,
    weak: c.dim
  };
}
function lengthOf(text2) {
  return Array.from(text2).length;
}
function pad(text2, width) {
  return text2 + " ".repeat(Math.max(0, width - lengthOf(text2)));
}
function widest(texts) {
  return texts.reduce((max, text2) => Math.max(max, lengthOf(text2)), 0);
}
function inColumns(columns) {
  const padded = columns.map((cells) => ({ cells, width: widest(cells) })).filter(({ width }) => width > 0).map(({ cells, width }) => cells.map((cell) => pad(cell, width + 3)));
  const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from(
    { length: rows },
    (_, row2) => padded.map((cells) => must(cells[row2], "every column has a cell for each row")).join("").trimEnd()
  );
}
var UNBROKEN = /(?:`[^`]{0,80}`|[^ ])+|(?<= )(?= )/g;
function wrap(text2, width) {
  const lines = [];
  let line = "";
  for (const [word] of text2.matchAll(UNBROKEN)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function dotted(first, others, width) {
  const lines = [];
  let line = first;
  for (const part of others) {
    const longer = `${line} · ${part}`;
    if (lengthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}
var MIN_COLUMN = 24;
function hang(first, text2, width) {
  const indent = lengthOf(first);
  const [head, ...rest] = wrap(text2, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => " ".repeat(indent) + line)];
}
function hangMarked(mark, color, text2, width) {
  const [head, ...rest] = hang(mark, text2, width);
  return [color(mark) + head.slice(mark.length), ...rest];
}
function atTheEnd(left, right, { paint, width }) {
  const gap = width - lengthOf(left.text) - lengthOf(right.text);
  const weak = paint.weak(right.shown ?? right.text);
  return gap < 2 ? [left.shown, right.indent + weak] : [left.shown + " ".repeat(gap) + weak];
}

// src/format/text/terminal-text.ts
var LIMIT2 = 240;
var LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;
function terminalText(text2, limit = LIMIT2) {
  return plain(text2, limit).replaceAll(
    LOG_COMMAND,
    (command) => command.replace(/::|##/, ([sign = ""]) => `${sign} ${sign}`)
  );
}

// src/format/text/block.ts
var SEVERITY_WIDTH = "critical".length + 3;
var LABEL_WIDTH = 13;
var INDENT = "    ";
var ROW_INDENT = "      ";
var NOTE_INDENT = "        ";
var ROW_LIMIT2 = 20;
var PACKET_LIMIT = 4;
var MILD_ROW_LIMIT = 3;
var SENTENCE_LENGTH = 600;
function blockLines(block, page) {
  const { example, remedyBelow } = block;
  const { shown, left } = firstFew(block.sentences, SENTENCE_LIMIT);
  return [
    ...headLines(block, page),
    ...placeLines(block, page),
    ...causeLines(block.causes, page),
    ...rowLines(block, page),
    ...shown.flatMap((text2) => hang(INDENT, terminalText(text2, SENTENCE_LENGTH), page.width)),
    ...moreLines(left, page),
    ...example === void 0 ? [] : labelled("for example", example, page),
    ...labelled(remedyLabel(block), remedyBelow, page),
    ...fixLine(block, page)
  ];
}
function headLines(block, page) {
  const { severity, title, checks } = block;
  const { paint, link, width } = page;
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const parts = kindParts(block);
  const kind = [checks.map(({ id }) => id).join(", "), ...parts].join(" · ");
  const names = checks.map((check2) => link(check2.id, checkLink(check2)));
  const linked = [names.join(", "), ...parts].join(" · ");
  const [first, ...rest] = hang(mark, terminalText(title), width);
  const shown = paint[severity](mark) + paint.strong(first.slice(mark.length));
  if (rest.length > 0) return [shown, ...rest.map((line) => paint.strong(line)), INDENT + paint.weak(linked)];
  return atTheEnd({ text: first, shown }, { text: kind, shown: linked, indent: INDENT }, page);
}
function placeLines(block, { report, paint, width }) {
  const places = [
    // The heading of a cluster names its plan.
    ...block.cluster === void 0 ? wholePlanWords(block, report, terminalText) : [],
    ...subjectParts(block, terminalText)
  ];
  return places.length === 0 ? [] : hang(INDENT, places.join(" · "), width).map(paint.weak);
}
function causeLines(causes, page) {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const what = [
    shown.map(
      ({ place: place2 }) => place2 === void 0 ? "" : `${terminalText(page.shownFile(place2.file))}:${place2.line}`
    ),
    shown.map(({ address }) => terminalText(address))
  ];
  const actions = shown.map((cause) => terminalText(actionsPhrase(cause.actions)));
  const whole2 = inColumns([...what, actions]);
  const isWide = INDENT.length + widest(whole2) > page.width;
  const lines = isWide ? inColumns(what) : whole2;
  const notes = shown.map((cause, i) => [
    ...isWide ? [must(actions[i], "each cause has actions")] : [],
    ...placeNotes(cause, page.shownFile).map((note2) => terminalText(note2, SENTENCE_LENGTH))
  ]);
  return [
    ...lines.flatMap((line, i) => withNotes(INDENT + line, must(notes[i], "each line is a cause"), page)),
    ...moreLines(left, page)
  ];
}
function withNotes(line, notes, { paint, width }) {
  if (notes.length === 0) return [line];
  const text2 = notes.join(" · ");
  if (lengthOf(`${line} · ${text2}`) <= width) return [line + paint.weak(` · ${text2}`)];
  return [line, ...hang(NOTE_INDENT, text2, width).map(paint.weak)];
}
function rowLines(block, page) {
  if (block.rows.every(({ packets }) => packets === void 0)) return [];
  if (isMild(block) && rowIds(block).length > MILD_ROW_LIMIT) {
    const rows = distinct(block.rows.map(({ row: row2 }) => row2));
    return hang(ROW_INDENT, terminalText(rowRanges(rows)), page.width);
  }
  const { shown, left } = firstFew(printedRows(block), ROW_LIMIT2);
  return [...tableLines(shown, page) ?? stackedLines(shown, page), ...moreLines(left, page)];
}
function printedRows(block) {
  const { rows } = block;
  const stake = isMild(block) ? `${rowHeads(block)[3]}: ` : "";
  return [...groupBy(rows, ({ row: row2 }) => row2.id)].map(([id, same2]) => {
    const { shown, left } = firstFew(
      same2.flatMap(({ packets }) => packets ?? []),
      PACKET_LIMIT
    );
    return {
      id: terminalText(id),
      packets: [
        ...shown.map(({ what, peers }) => ({ what: terminalText(what), peers: terminalText(peers) })),
        ...andMore(left).map((what) => ({ what, peers: "" }))
      ],
      impact: same2[0].impact === void 0 ? "" : stake + terminalText(same2[0].impact)
    };
  });
}
function tableLines(rows, page) {
  const cells = rows.flatMap(
    ({ id, packets, impact }) => packets.map((phrase, i) => ({ ...phrase, ...i === 0 ? { id, impact } : { id: "", impact: "" } }))
  );
  const lines = inColumns([
    cells.map(({ id }) => id),
    cells.map(({ what }) => what),
    cells.map(({ peers }) => peers),
    cells.map(({ impact }) => impact)
  ]).map((line) => ROW_INDENT + line);
  return widest(lines) <= page.width ? lines.map((line, i) => withRowLink(line, must(cells[i], "a cell a line").id, page)) : void 0;
}
function withRowLink(line, id, { link }) {
  if (id === "") return line;
  return ROW_INDENT + link(id, rowLink({ id })) + line.slice(ROW_INDENT.length + id.length);
}
function stackedLines(rows, page) {
  const { width } = page;
  const size = widest(rows.map(({ id }) => id)) + 3;
  const under = ROW_INDENT + " ".repeat(size);
  return rows.flatMap(({ id, packets, impact }) => [
    ...packets.flatMap(({ what, peers }, i) => {
      const lines = hang(i === 0 ? ROW_INDENT + pad(id, size) : under, `${what} ${peers}`.trimEnd(), width);
      return lines.map((line, at) => i + at === 0 ? withRowLink(line, id, page) : line);
    }),
    ...impact === "" ? [] : hang(under, impact, width)
  ]);
}
function labelled(label, text2, { paint, width }) {
  return hangMarked(INDENT + pad(label, LABEL_WIDTH), paint.weak, terminalText(text2, SENTENCE_LENGTH), width);
}
function fixLine(block, { report, paint }) {
  if (block.fixes?.first() === void 0) return [];
  return [INDENT + " ".repeat(LABEL_WIDTH) + paint.weak(fixCommand(block, report))];
}
function moreLines(left, { paint }) {
  return andMore(left).map((text2) => ROW_INDENT + paint.weak(text2));
}

// src/report/words/cluster-words.ts
function cidrTexts({ peers }) {
  if (peers === "sensitive") return [toText(SENSITIVE)];
  return [...cidrsOf(peers), ...peers.tokens.map((token) => `(${token})`)].map(toText);
}
function hostTexts({ peers, source }) {
  if (peers === "sensitive") return cidrTexts({ peers, source });
  const hosts = peers.v4.flatMap(
    (range) => range.lo === range.hi ? [v4Text(range.lo)] : cidrsOf(v4Peers([range]))
  );
  return [...hosts.map(toText), ...cidrTexts({ peers: subtractPeers(peers, ALL_ADDRESSES), source })];
}

// src/format/text/cluster-lines.ts
var CIDR_LIMIT = 3;
function clusterLines(of, { report, paint, width }) {
  const heading = terminalText(of.cluster);
  const plan = wholePlanWords(of, report, terminalText);
  const cluster = shownCluster(of, report);
  if (cluster === void 0) return [paint.strong(heading) + plan.map((name) => ` · ${name}`).join("")];
  const network = [
    networkName(cluster.networkType),
    factText("VPC", cluster.addresses?.vpc),
    factText(cluster.model === "eni" ? "pods" : "containers", cluster.addresses?.container),
    factText("masters", cluster.addresses?.master)
  ].map((fact) => terminalText(fact));
  const [first, ...rest] = dotted(heading, [...plan, ...network], width);
  return [paint.strong(heading) + first.slice(heading.length), ...rest];
}
function shownCluster({ plan, cluster }, { clusters }) {
  const named2 = clusters.filter(({ name }) => name === cluster);
  return named2.find((one) => one.plan === plan) ?? onlyOne(named2);
}
function factText(what, addresses) {
  const texts = addresses === void 0 ? [] : cidrTexts(addresses);
  const isWhole2 = addresses?.peers === "sensitive" || addresses?.peers.tokens.length === 0;
  if (texts.length === 0 || !isWhole2) return `${what} not known`;
  return `${what} ${capped(
    texts.map((text2) => terminalText(text2)),
    CIDR_LIMIT
  )}`;
}

// src/report/telling/asides.ts
function asideLists(report) {
  return [
    { label: "mended", all: mendedAsides(report), limit: Infinity, more: "" },
    { label: "open", all: openAsides(report), limit: 5, more: "more groups are open" },
    { label: "undecided", all: untouchedAsides(report), limit: 5, more: "more groups have undecided rows" },
    {
      label: believedLabel(report),
      all: believedGroups(report).map((group) => ({ ...group, entry: void 0 })),
      limit: 10,
      more: "more groups, which the JSON report lists"
    },
    {
      label: "record",
      all: recordingWords(report).map(({ cluster, why, entry }) => ({
        ...{ plan: void 0, cluster, entry },
        text: why
      })),
      limit: Infinity,
      more: ""
    }
  ];
}
var MENDED_LIMIT = 12;
function mendedAsides({ resolved }) {
  const byCluster = groupBy(resolved, ({ plan, cluster }) => JSON.stringify([plan, cluster]));
  return [...byCluster.values()].map((mended) => {
    const [{ plan, cluster }] = mended;
    const rows = distinct(mended.map(({ row: row2 }) => row2.id));
    const verbs = rows.length === 1 ? "was missing before, and holds" : "were missing before, and hold";
    const text2 = toText(`${capped(rows, MENDED_LIMIT)} ${verbs} after the plan`);
    return { plan, cluster, text: text2, entry: void 0 };
  });
}
function openAsides({ groups }) {
  const open = groups.filter(({ openBefore: openBefore2 }) => openBefore2.length > 0);
  return open.map(({ plan, cluster, role, name, address, openBefore: openBefore2 }) => {
    const group = roleWithName(role, name ?? address);
    return {
      plan,
      cluster,
      text: say`${group}: ${joined(openBeforeWords(openBefore2), "; ")}`,
      entry: void 0
    };
  });
}
function roleWithName(role, name) {
  return name === void 0 ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${name}`;
}
function untouchedAsides({ findings, untouched: untouched2 }) {
  const told2 = doubtsIn(findings);
  const bySubject = groupBy(
    untouched2,
    ({ plan, cluster, pool, group }) => JSON.stringify([plan, cluster, pool, group?.key])
  );
  return [...bySubject.values()].map((same2) => {
    const [{ plan, cluster, pool, role = "node", group }] = same2;
    const named2 = roleWithName(role, group?.isNameless === false ? group.shown : void 0);
    const whose = pool === void 0 ? named2 : `groups of ${pool}`;
    return { plan, cluster, text: say`${whose}: ${untouchedWords(same2, told2)}`, entry: void 0 };
  });
}

// src/report/telling/telling.ts
var tellingOf = memoOfObject((report) => {
  const { blocks, waived } = blocksOf(report);
  const held = holdsPhrase(report.holds);
  return {
    report,
    verdict: { ...verdictMark(report), counts: verdictOf(report, blocks) },
    blocks,
    asides: asideLists(report),
    waived: waived.map(waivedLine),
    rests: {
      holds: held === void 0 ? void 0 : toText(`${capitalised(held)}.`),
      page: held === void 0 ? void 0 : PAGE_SENTENCE,
      assumed: assumedSentence(report)
    },
    // Of notices nothing has to be accepted.
    accept: blocks.some(({ severity }) => severity !== "notice") ? ACCEPT : void 0
  };
});
var PAGE_SENTENCE = toText(`Judged by the vendor’s page of ${PAGE_DATE}.`);
var ACCEPT = toText("To accept a finding, paste the waiver that `fix` prints into cce-plan-guard.yml.");
function waivedLine(finding2) {
  const packets = packetPhrases(finding2.missing).map(({ what, peers }) => say`${what} ${peers}`);
  return { finding: finding2, packets: packets.length === 0 ? void 0 : joined(packets, "; ") };
}
function sectionsOf(blocks) {
  const byCluster = groupBy(blocks, ({ plan, cluster }) => JSON.stringify([plan, cluster]));
  return [...byCluster.values()];
}
function inputParts({ plans, cloud }, escaped) {
  const [plan] = plans;
  if (plan !== void 0 && cloud !== void 0) return [planName(plan, escaped), escaped(cloudWords(cloud))];
  if (plan !== void 0 && plans.length === 1) return planParts(plan, escaped);
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  return [count(plans.length, "plan"), ...changesPart(changes)];
}
function planParts(plan, escaped) {
  return [planName(plan, escaped), madeBy(plan, escaped), ...changesPart(plan.changes)];
}
function changesPart(changes) {
  return changes > 0 ? [count(changes, "change")] : [];
}
var PARTIAL_LIMIT = 10;
function partialSentence({ plans }, escaped) {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return void 0;
  const names = parts.map((plan) => planName(plan, escaped));
  const who = plans.length === 1 ? "This plan" : capped(names, PARTIAL_LIMIT);
  return `${who} ${parts.length === 1 ? "covers" : "cover"} only part of the configuration (-target, or deferred changes): the rest is not judged.`;
}

// src/format/text/text.ts
var WIDTH2 = 120;
var MIN_WIDTH = 40;
var BLOCK_LIMIT = 40;
var WAIVED_LIMIT = 20;
var REASON_LENGTH = 100;
function renderText(report, { colors, width = WIDTH2, links, shownFile: shownFile2 = (file) => file }) {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const page = {
    ...{ report, telling },
    paint: paintOf(colors),
    link: terminalLink(links),
    shownFile: shownFile2,
    width: Math.max(MIN_WIDTH, width)
  };
  const parts = [
    verdictLines(page),
    ...sectionsOf(blocks.slice(0, BLOCK_LIMIT)).flatMap((section) => sectionLines(section, page)),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    [
      ...asides.flatMap((list2) => asideLines(list2, page)),
      ...waivedLines(waived, page),
      ...unplacedLines(page),
      ...endLines(page),
      ...modelLines(page)
    ]
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function verdictLines(page) {
  const { report, paint, telling, width } = page;
  const { mark: sign, word, counts } = telling.verdict;
  const mark = `${sign} ${word}`;
  const color = { "✔": paint.good, "▲": paint.warning, "✖": paint.critical }[sign];
  const text2 = `   ${terminalText(counts)}`;
  const shown = color(mark) + paint.strong(text2);
  const input = { text: inputParts(report, (part) => terminalText(part)).join(" · "), indent: "  " };
  const partial = partialSentence(report, terminalText);
  return [
    ...atTheEnd({ text: mark + text2, shown }, input, page),
    ...partial === void 0 ? [] : hangMarked("  ▲ ", paint.warning, partial, width)
  ];
}
function sectionLines(blocks, page) {
  const [{ cluster }] = blocks;
  const heading = cluster === void 0 ? [] : clusterLines({ ...blocks[0], cluster }, page);
  return [heading, ...blocks.map((block) => blockLines(block, page))];
}
function hiddenLines(hidden, { paint }) {
  if (hidden.length === 0) return [];
  const of = (severity) => hidden.filter((block) => block.severity === severity).length;
  const counts = countsText({ critical: of("critical"), warning: of("warning"), notice: of("notice") });
  return [paint.weak(`  and ${must(counts, "some are hidden")} more, which --format json lists`)];
}
function clusterPrefix(of, report) {
  const { clusters, plans } = report;
  const words = clusters.length + plans.length > 2 ? clusterWords(of, report, terminalText) : void 0;
  return words === void 0 ? "" : `${words}: `;
}
var ASIDE_INDENT = 15;
function asideLines(list2, page) {
  const { paint, width, report } = page;
  const { shown, rest } = firstAsides(list2);
  const isGood = list2.label === "mended";
  const mark = pad(`  ${isGood ? "✔" : "–"} ${list2.label}`, ASIDE_INDENT);
  return [
    ...shown.flatMap((aside) => {
      const text2 = `${clusterPrefix(aside, report)}${terminalText(aside.text, SENTENCE_LENGTH)}`;
      return [
        ...hangMarked(mark, isGood ? paint.good : paint.weak, text2, width),
        ...entryParts(aside, page).map((line) => " ".repeat(ASIDE_INDENT) + line)
      ];
    }),
    ...rest.map((text2) => `    ${text2}`)
  ];
}
function entryParts({ entry, cluster = "" }, { report }) {
  if (entry === void 0) return [];
  return [
    `${terminalText(entry.line)}   for ${terminalText(cluster)} in cce-plan-guard.yml`,
    `or: ${recordCommand(report)}`
  ];
}
function unplacedLines({ telling, paint, width }) {
  const causes = telling.blocks.slice(0, BLOCK_LIMIT).flatMap((block) => block.causes.slice(0, CAUSE_LIMIT));
  return unplacedSentences(causes).flatMap(
    (text2) => hangMarked(pad("  – lines", ASIDE_INDENT), paint.weak, terminalText(text2, SENTENCE_LENGTH), width)
  );
}
function waivedLines(waived, page) {
  const { shown, left } = firstFew(waived, WAIVED_LIMIT);
  return [
    ...shown.flatMap((one) => waivedText(one, page)),
    ...left > 0 ? [`    and ${left} more are waived`] : []
  ];
}
function waivedText({ finding: finding2, packets }, { report, paint, width }) {
  const { row: row2, check: check2 } = finding2;
  const id = row2?.id ?? check2.id;
  const subject = packets === void 0 ? id : say`${id}  ${packets}`;
  const terms = waivedTerms(finding2, (text3) => terminalText(text3, REASON_LENGTH), terminalText);
  const text2 = `${clusterPrefix(finding2, report)}${terminalText(subject)}   ${terms}`;
  return hangMarked(pad("  – waived", ASIDE_INDENT), paint.weak, text2, width);
}
function modelLines({ report, telling, paint }) {
  const [row2] = [
    ...telling.blocks.flatMap(({ named: named2 }) => named2),
    ...report.untouched.flatMap(rowsOf),
    ...report.resolved.map((mended) => mended.row),
    ...telling.waived.flatMap(({ finding: finding2 }) => finding2.row ?? [])
  ];
  return row2 === void 0 ? [] : [paint.weak(`What a row is for, and where the vendor’s page has it: cce-plan-guard model ${row2.id}`)];
}
function endLines({ report, telling, width, paint }) {
  const { holds: holds2, page, assumed } = telling.rests;
  const isTold = report.findings.length > 0;
  const isMore = isTold || assumed !== void 0 || telling.asides.some(({ all }) => all.length > 0);
  const judgedBy = isMore ? page : void 0;
  const sentences = [isTold ? holds2 : void 0, judgedBy, assumed, telling.accept].flatMap(
    (text2) => text2 === void 0 ? [] : [terminalText(text2, SENTENCE_LENGTH)]
  );
  if (sentences.length === 0) return [];
  const line = sentences.join("  ");
  return (lengthOf(line) <= width ? [line] : sentences.flatMap((sentence) => wrap(sentence, width))).map(
    (text2) => paint.weak(text2)
  );
}
export {
  ADDRESS_GROUP_TYPE,
  ALL,
  ALL_ADDRESSES,
  ALL_ICMP,
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_TRAFFIC,
  ALL_V4,
  ALL_V6,
  ALONE,
  BASKET,
  BIGINTS,
  Batch,
  CAUSE_LIMIT,
  CHECKS,
  CHECK_IDS,
  CIRCLE,
  CLUSTER_TYPE,
  COLLECTIONS,
  COLORS,
  CONFIGURATION_PLACES,
  DEADLINE_FORM,
  DEFAULT_DNS_SERVERS,
  DEPTH_LIMIT,
  Damaged,
  EMPTY,
  ENDED_ABOVE,
  EVERY,
  EXTENSION,
  FAIL_LEVELS,
  FAMILIES,
  FILE_LIMIT_BYTES,
  FORMATS,
  FORMAT_NAMES,
  FORMER_INTERNAL_SERVICES,
  GROUP_TYPES,
  HOME,
  ICMP,
  ICMPV6,
  ID,
  INTERNAL_SERVICES_OF,
  INTERNET_V6,
  ITEMS_LIMIT,
  JsonCursor,
  KNOWN_TO_TERRAFORM,
  LARGE_BYTES,
  LAST_PORT,
  LAST_PROTOCOL,
  LEVEL_NAMES,
  MAGIC,
  MAIN_FILE,
  MARKS,
  MEMBERS,
  MIN_WIDTH,
  MISSING,
  MODEL,
  MODULE_DEPTH_LIMIT,
  NETWORK_MODELS,
  NODE_PORT_LIMITS,
  NONE,
  NOTE_OPTION,
  NOTHING,
  NOT_INTERNET_V4,
  NO_CONFIGURATION,
  NO_FACTS,
  NO_FLOOR,
  NO_KEYS,
  NO_NAMES,
  NO_PEERS,
  NO_RUN,
  NO_SOURCE,
  NUMBERS,
  NotPlain,
  OPEN_LIST,
  OPEN_OBJECT,
  OUTDATED_RANGE,
  OWN_NETWORKS_V4,
  OutOfBudget,
  PAGE_DATE,
  PEERS,
  PICKS,
  PLAIN3 as PLAIN,
  PROGRAM_NAMES,
  PROTOCOL_NUMBERS,
  PeerSet,
  QUOTE2 as QUOTE,
  REMOTE_STATE_TYPE,
  REPORT_OPTIONS,
  REQUIREMENTS,
  ROLES,
  ROLE_NAMES,
  ROW_SEVERITIES,
  SCAN_CODE,
  SENSITIVE,
  SENSITIVE_PORTS,
  SENTENCE_LENGTH,
  SENTENCE_LIMIT,
  SERVICE_RANGES,
  SEVERITIES,
  SHARED_LOAD_BALANCERS,
  SHARED_OPTIONS,
  SOME_ADDRESSES,
  STAGES,
  STOPS,
  Scanner,
  TABLE_8,
  TCP,
  TELLERS,
  TEXT,
  TEXT_LIMIT_CHARS,
  TITLES,
  Tries,
  UDP,
  UNBOUNDED,
  UPGRADE_REFUSED,
  USED_PROTOCOLS,
  UnreadBlock,
  VALUE_LIMIT,
  VERSION,
  VPC_ENDPOINTS,
  WIDTH2 as WIDTH,
  WORD,
  about,
  accessOpened,
  actionsPhrase,
  addressGroupPeer,
  addressOverlap,
  addressesIn,
  addressesOf,
  affordable,
  againstSeen,
  agree,
  agreementOf,
  alikeFindings,
  allBelievedGroups,
  allRows,
  allTraffic,
  allowsEverybody,
  andList,
  andMore,
  anyAddress,
  apartWords,
  appendStep,
  appendText,
  asOthersSee,
  asSentence,
  asideLists,
  askFloor,
  askRow,
  askedJson,
  assumedSentence,
  atMost,
  atOf,
  atTheEnd,
  bareCluster,
  becauseTexts,
  beginPeers,
  behind,
  beliefIn,
  beliefParts,
  beliefsAbout,
  beliefsOf,
  believe,
  believedGroups,
  believedLabel,
  believedOnce,
  bind,
  bitCount,
  blockLines,
  blockNeeds,
  blockSentences,
  blocksAt,
  blocksOf,
  bothOf,
  boundsOf,
  boundsWithin,
  boxes,
  budgetFor,
  budgetInForce,
  budgetOf,
  byGravity,
  byName,
  byTableAndNumber,
  bystanderKind,
  bystanderOf,
  calculated,
  callerOf,
  canonical,
  capitalised,
  capped,
  causeCount,
  causeOf,
  causePlace,
  causesOf,
  cautionsOf,
  changeBetween,
  check,
  checkCommand,
  checkLink,
  checkoutOf,
  cidrTexts,
  cidrsAround,
  cidrsOf,
  cloudWords,
  clusterLines,
  clusterOf,
  clusterWords,
  combineSteps,
  compare,
  conclusionOf,
  configuration,
  configurationFor,
  configurationFrom,
  configurationId,
  configurationRead,
  configurationWords,
  connectedBy,
  constant,
  count,
  countsText,
  coverage,
  coverageOf,
  crosswiseFindings,
  crosswiseNeed,
  crosswiseWords,
  damaged,
  deadlineFor,
  deadlineNamed,
  decidingWords,
  decode,
  deeper,
  defaultNodesOf,
  defaultRulesOfGroup,
  defaultRulesOfRow,
  defaultRulesText,
  directionAt,
  diskReader,
  distinct,
  distinctEnds,
  distinctFiles,
  documentOf,
  doesSomething,
  dotted,
  doubtCauseWords,
  doubtSentences,
  doubtsIn,
  doubtsOf,
  doubtsPhrase,
  draftsOf,
  duplicateRule,
  during,
  effectTexts,
  effectiveFingerprint,
  egress,
  egressMinima,
  egressMinimum,
  eitherOf,
  emptyPlan,
  engineFor,
  entryLines,
  entryText,
  err,
  essentialRows,
  essentialRule,
  evaluate,
  everythingIn,
  evidenceOf,
  exampleOf,
  explain,
  exposedPort,
  factsFindings,
  factsNamed,
  factsToRead,
  familyAt,
  fileBehind,
  fileTrouble,
  filledIn,
  findFile,
  finding,
  findingsOf,
  fingerprints,
  firstAsides,
  firstFew,
  firstOfEach,
  firstPort,
  fixCommand,
  fixProof,
  fixSentence,
  fixTitle,
  flagAt,
  flawWords,
  flawsOfFacts,
  floorRows,
  follow,
  forEachThing,
  forgottenRule,
  gaugesFrom,
  givenReach,
  goneSubjects,
  groupBy,
  groupLifecycle,
  groupName,
  groupOriginOf,
  groupRef,
  groupRefOf,
  groupRefsOf,
  groupToken,
  groupView,
  handedOn,
  hang,
  hangMarked,
  hasAllV4,
  hasMark,
  hasName,
  hasNoDefaultRules,
  hasNoPeers,
  hasPorts,
  hasTypes,
  headlineOf,
  heapLimitBytes,
  heldBy,
  hiddenBy,
  hold,
  holdsPhrase,
  hostOf,
  hostTexts,
  hoursBetween,
  icmpSlot,
  icmpText,
  icmpWords,
  idOf,
  identityHint,
  idleEntries,
  idleFindings,
  idleRules,
  idleWaivers,
  idsOfGroups,
  ifKnown,
  ifTheyStand,
  impactFacts,
  impactOf,
  impactWords,
  inColumns,
  indexGroups,
  indexRules,
  ineffectiveRule,
  ingress,
  inputAt,
  inputBytes,
  inputError,
  inputParts,
  instanceIndex,
  instancesById,
  instancesOf,
  instantOf,
  instantText,
  integerAt,
  internetWords,
  intersect,
  intersectBounds,
  intersectPeers,
  intersectSets,
  intervalText,
  isAccepted,
  isAlike,
  isAllKnown,
  isAttributeChanged,
  isBlank,
  isChanging,
  isConfiguration,
  isDeeperThan,
  isDefaultRule,
  isDirect,
  isDownloaded,
  isEmpty,
  isGroupOf,
  isGroupPeer,
  isHcl,
  isIdUnknown,
  isInside,
  isLocalSource,
  isMarked,
  isMild,
  isNothingJudged,
  isNullOrEmpty,
  isOfThisPlan,
  isOff,
  isOnlyUnset,
  isOutdone,
  isPeerSensitive,
  isRecord,
  isRepeat,
  isReplaced,
  isRestrictedTo,
  isSame,
  isSamePeer,
  isSameRule,
  isSameTraffic,
  isSecret,
  isSecretlyOpen,
  isShift,
  isShownIn,
  isStandardOutput,
  isStandingDeny,
  isSubset,
  isThere,
  isToldOf,
  isUnknownPeer,
  isUnused,
  isWaived,
  isWhollyKnown,
  isWithin,
  itemsAt,
  itemsOfFor,
  itemsOfList,
  itemsOfMap,
  itemsOfValue,
  itemsWithoutOrder,
  joinPath,
  joined,
  joinedFingerprint,
  joinedRecords,
  joinedReports,
  judgeFiles,
  keep,
  keepAlive,
  keepToEnd,
  keptOf,
  keptReaches,
  keyIn,
  keyOfAttribute,
  keyOfStep,
  keyText,
  kindParts,
  knownCidr,
  knownKeys,
  knownRange,
  knownText,
  leadsOf,
  learnedOf,
  lengthOf,
  letThrough,
  letsStay,
  lettingIn,
  linkOf,
  linkedPlans,
  listedUnmanaged,
  literalText,
  literally,
  loadBalancerWords,
  localThing,
  lostPaths,
  lyingWithin,
  machinesOf,
  madeBy,
  madeByCce,
  madeRules,
  mapPeers,
  matched,
  maximalReferences,
  mayBeDefaultRule,
  mayBeSame,
  mayBeVpc,
  mayDenyAmong,
  mayLetThrough,
  mayNotFit,
  meets,
  memberAt,
  memberOf,
  memberReaches,
  membership,
  memo,
  memoOfObject,
  messageOf,
  messageWords,
  minimumRows,
  moduleAt,
  moduleBlock,
  moduleCall,
  moduleText,
  moduleWords,
  must,
  nameBehind,
  nameOfSide,
  nameOtherJson,
  nameOtherText,
  nameText,
  namedParts,
  namedPeers,
  namedRanges,
  nearest,
  needOf,
  neededAs,
  nestingError,
  networkModelOf,
  networkName,
  newAccess,
  nodePorts,
  nodesOf,
  notCovered,
  notKnownWords,
  objectRefOf,
  ok,
  onThePage,
  oneOfPeers,
  onlyOne,
  opaque,
  openBefore,
  openBeforeWords,
  openConfigurationFile,
  openNames,
  openPlan,
  openPlanFile,
  openRun,
  openSourceOf,
  openText,
  openTo,
  openingWords,
  openingsIn,
  opens,
  opensAll,
  orList,
  orderProof,
  otherwiseInFacts,
  outOfBudgetLine,
  outcomeOf,
  outputInstances,
  overlaid,
  overlapSteps,
  ownBlock,
  ownerOf,
  packetLines,
  packetPhrases,
  packetTexts,
  packetsInBrief,
  packetsOf,
  pad,
  pageParts,
  paintOf,
  parseAddress,
  parseAddressRange,
  parseCidr,
  parseConfiguration,
  parsePart,
  parseTraversal,
  partialSentence,
  partsOf,
  partsOfState,
  pastSides,
  pathWithin,
  peerOf,
  peersWithin,
  placeClusters,
  placeInCheckout,
  placeNotes,
  placeOf,
  plain,
  plainLines,
  plainReading,
  planDocument,
  planLines,
  planName,
  planOfComment,
  planParts,
  planWords,
  plannedChange,
  plansFound,
  plansNamed,
  plansTogether,
  poolAt,
  portListOf,
  portsText,
  portsWithin,
  postingBudget,
  postponedGroups,
  problemsOf,
  productsOf,
  programOf,
  protocolText,
  protocolsForm,
  protocolsText,
  publicAddresses,
  putNoteOf,
  rangeAt,
  rangeName,
  rangePeer,
  rangePeers,
  rangesAt,
  ranked,
  rankedDefault,
  rawAt,
  reachesOf,
  readArguments,
  readBytes,
  readCheckOptions,
  readCluster,
  readComputeInstance,
  readComputeRules,
  readDocument,
  readEcsInstance,
  readFacts,
  readGrammar,
  readGroups,
  readModule,
  readNetworkingSubnet,
  readNode,
  readNodePool,
  readPlanFile,
  readPort,
  readPortAssociate,
  readProtocol,
  readProviderRegions,
  readRule,
  readRuleIds,
  readRuleV2,
  readRuleV3,
  readSecondaryCidr,
  readSubnet,
  readText,
  readTextIn,
  readVpc,
  readingOf,
  realPath,
  recordCommand,
  recordTroubles,
  recordingWords,
  recordsOf,
  refer,
  referenceText,
  referencesIn,
  refsOfRole,
  refuseBytes,
  refused,
  refusedUpgrades,
  region,
  regionOfParts,
  remedyLabel,
  remedyOf,
  renamedRules,
  renderOf,
  renderText,
  repairWords,
  reportNamed,
  reportOf,
  requiredAccess,
  requirement,
  resolverOf,
  resourceBlock,
  resourceChange,
  restWords,
  restrict,
  rewritten,
  roleOfName,
  roleOfPattern,
  roleOfPeer,
  roleToldBy,
  row,
  rowAnchor,
  rowDefaults,
  rowHeads,
  rowIds,
  rowLink,
  rowOf,
  rowPaths,
  rowRanges,
  rowTraffic,
  rowVerdict,
  rowsOf,
  ruleInput,
  rulesBefore,
  rulesInCloud,
  rulesOfGroup,
  run,
  runChecks,
  runErrorLine,
  sameAs,
  samePeers,
  sameSets,
  sameSteps,
  say,
  scopeWithin,
  secondsIn,
  secretSides,
  secretsElsewhere,
  sectionsOf,
  seenBeside,
  seenRecords,
  sensitiveIdsOf,
  settle,
  settledText,
  severalPlans,
  shardParts,
  shiftingRules,
  shortFingerprint,
  shortLabel,
  shortWho,
  shownFile,
  shownKey,
  shownValue,
  sideOfRow,
  single,
  someTraffic,
  sortedCauses,
  sound,
  sourceAt,
  sourceFinder,
  sourceOf,
  sourceOpener,
  sourceText,
  spares,
  spend,
  stageCommand,
  standingDoubt,
  stateModule,
  stateResource,
  statesTitle,
  stepText,
  stepWords,
  stepsOfRanges,
  stepsText,
  stopsApply,
  subjectParts,
  subjectWith,
  subjectsOf,
  subtract,
  subtractPeers,
  subtractSets,
  surroundingsOf,
  table,
  table1,
  table2,
  table3,
  table4,
  table5,
  table6,
  table7,
  table8,
  tableLinks,
  tableOf,
  tableWith,
  tallied,
  tcp,
  tellingOf,
  terminalLink,
  terminalText,
  textAt,
  textsAt,
  textsOfPlan,
  thingNamed,
  thingsOf,
  timesOf,
  toSlashes,
  toText,
  tokenPeers,
  toldFindings,
  totalsOf,
  touchedPart,
  trafficOf2 as trafficOf,
  tryRun,
  twinsAmong,
  udp,
  unchangedBy,
  union,
  unionOf,
  unionOfBounds,
  unionOfPeers,
  unionOfRoots,
  unionPeers,
  uniqueFingerprints,
  unknownGroup,
  unknownGroupRef,
  unknownRange,
  unplacedGroups,
  unplacedSentences,
  unquote,
  unreachable,
  untouchedPart,
  untouchedWords,
  uriOf,
  usualFile,
  v4Peers,
  v4Text,
  v6Peers,
  v6Text,
  valueOfEnds,
  verdictMark,
  verdictOf,
  waive,
  waivedTerms,
  waivedTitle,
  waiver,
  weighedRules,
  whenDeferred,
  wholeConfiguration,
  wholeJson,
  wholePlanWords,
  whyNoFixWords,
  whyNoOrderWords,
  widest,
  withDnsOf,
  withFiles,
  withGone,
  withNote,
  withPlaces,
  withSeen,
  withSurroundings,
  within,
  withoutEach,
  withoutFixWords,
  withoutRenamed,
  withoutTokens,
  witnessOf,
  witnessText,
  wordOf,
  worldOf,
  wouldLieIn,
  wrap,
  writeForms,
  writeWhole
};
