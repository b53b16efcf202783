//! Where a request comes from, behind proxies: what a proxy of ours says is believed, and nothing that it was told.

use anyhow::{Context as _, ensure};
use std::net::IpAddr;
use std::str::FromStr;

/// Proxies in front of us, by their networks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proxies(Vec<Network>);

impl Proxies {
    /// Those networks.
    pub(crate) fn new(networks: &[Network]) -> Self {
        Self(networks.to_vec())
    }

    /// Who asks: the last address in `X-Forwarded-For` that is no proxy of ours, where one of them has brought the request.
    /// What stands before that address anybody may have written.
    pub(super) fn source(&self, peer: IpAddr, forwarded: &str) -> IpAddr {
        let mut source = peer.to_canonical();
        for hop in forwarded.rsplit(',') {
            if !self.0.iter().any(|network| network.holds(source)) {
                break;
            }
            let Ok(hop) = hop.trim().parse::<IpAddr>() else {
                break;
            };
            source = hop.to_canonical();
        }
        source
    }
}

/// A network: an address, and how many of its bits count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    fn holds(&self, other: IpAddr) -> bool {
        let (own, other, size) = match (self.address, other) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                (u128::from(own.to_bits()), u128::from(other.to_bits()), u32::BITS)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => (own.to_bits(), other.to_bits(), u128::BITS),
            _ => return false,
        };
        // All bits away: any address.
        let away = size.saturating_sub(self.bits);
        own.checked_shr(away) == other.checked_shr(away)
    }
}

impl FromStr for Network {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(a, b)| (a, Some(b)));
        let address: IpAddr = address
            .parse()
            .with_context(|| format!("`{text}` is no network, such as `10.0.0.0/8`"))?;
        let most = if address.is_ipv4() { u32::BITS } else { u128::BITS };
        let bits = bits.map_or(Ok(most), str::parse)?;
        ensure!(bits <= most, "`{text}`: an address has {most} bits");
        Ok(Self { address, bits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(proxies: &[&str], peer: &str, forwarded: &str) -> String {
        let networks: Vec<Network> = proxies.iter().map(|text| text.parse().unwrap()).collect();
        let source = Proxies::new(&networks).source(peer.parse().unwrap(), forwarded);
        source.to_string()
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed() {
        assert_eq!(source(&[], "192.0.2.9", "198.51.100.1"), "192.0.2.9");
        assert_eq!(source(&["10.0.0.0/8"], "192.0.2.9", "198.51.100.1"), "192.0.2.9");
        assert_eq!(
            source(&["10.0.0.0/8"], "10.1.2.3", "198.51.100.1"),
            "198.51.100.1"
        );
        assert_eq!(
            source(&["10.0.0.0/8"], "::ffff:10.1.2.3", "198.51.100.1"),
            "198.51.100.1"
        );
        // What the visitor has written themselves stands before.
        let forged = "203.0.113.7, 198.51.100.1, 10.9.9.9";
        assert_eq!(source(&["10.0.0.0/8"], "10.1.2.3", forged), "198.51.100.1");
        assert_eq!(source(&["10.0.0.0/8"], "10.1.2.3", ""), "10.1.2.3");
        assert_eq!(source(&["10.0.0.0/8"], "10.1.2.3", "unknown"), "10.1.2.3");
        assert_eq!(source(&["fd00::/8"], "fd00::1", "2001:db8::7"), "2001:db8::7");
        assert_eq!(source(&["127.0.0.1"], "127.0.0.1", "2001:db8::7"), "2001:db8::7");
        assert_eq!(
            source(&["0.0.0.0/0"], "192.0.2.9", "2001:db8::7, 1.2.3.4"),
            "2001:db8::7"
        );
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for wrong in [
            "",
            "10.0.0",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "::/129",
            "proxy.example.org",
        ] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
