//! How often one source of the network may do what needs no account. Counted in memory: nothing is written down of
//! where anybody calls from.

use actix_web::HttpRequest;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Within which time it is counted.
const WINDOW: Duration = Duration::from_hours(1);
/// How often one source may.
const MOST: u32 = 20;
/// Sources that are known at once; beyond them all that have had their time are forgotten, then the others.
const KNOWN_MOST: usize = 10_000;

/// A source: an address, of IPv6 the part that a network gives to one customer.
type Source = u64;

/// Since when a source is counted, and how often it came.
type Visits = (Instant, u32);

/// The sources that came lately.
#[derive(Default)]
pub(crate) struct Sources(Mutex<HashMap<Source, Visits>>);

impl Sources {
    /// Counts a request; the seconds after which its source may come back, where it came too often.
    pub(crate) fn count(&self, request: &HttpRequest) -> Option<i64> {
        let source = source_of(address_of(request)?);
        let now = Instant::now();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |(since, _): &Visits| now.duration_since(*since) < WINDOW;
        if known.len() >= KNOWN_MOST && !known.contains_key(&source) {
            known.retain(|_, visits| fresh(visits));
            if known.len() >= KNOWN_MOST {
                known.clear();
            }
        }
        let visits = known.entry(source).or_insert((now, 0));
        if !fresh(visits) {
            *visits = (now, 0);
        }
        visits.1 = visits.1.saturating_add(1);
        let left = WINDOW.saturating_sub(now.duration_since(visits.0));
        (visits.1 > MOST).then(|| i64::try_from(left.as_secs()).unwrap_or(i64::MAX).max(1))
    }
}

/// Where a request comes from: the peer, or whom a proxy of one's own network says it has spoken with. What a stranger
/// writes into that header is not believed, and of several only the last was written by the proxy.
fn address_of(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    if !is_inside(peer) {
        return Some(peer);
    }
    let forwarded = request.headers().get_all("x-forwarded-for").last();
    let last = forwarded.and_then(|header| header.to_str().ok()?.rsplit(',').next());
    Some(last.and_then(|last| last.trim().parse().ok()).unwrap_or(peer))
}

/// Whether an address is of this machine or of a network that strangers do not reach (RFC 1918, RFC 4193).
fn is_inside(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}

fn source_of(address: IpAddr) -> Source {
    match address.to_canonical() {
        IpAddr::V4(address) => u64::from(address.to_bits()),
        // A customer has a /64 at least.
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            [a, b, c, d]
                .into_iter()
                .fold(0, |network, part| (network << 16) | u64::from(part))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn from(peer: &str, forwarded: Option<&'static str>) -> HttpRequest {
        let request = TestRequest::default().peer_addr(std::net::SocketAddr::new(peer.parse().unwrap(), 1));
        match forwarded {
            Some(forwarded) => request.insert_header(("x-forwarded-for", forwarded)),
            None => request,
        }
        .to_http_request()
    }

    fn times(sources: &Sources, request: &HttpRequest) -> u32 {
        let mut times = 0;
        while times <= MOST && sources.count(request).is_none() {
            times += 1;
        }
        times
    }

    #[test]
    fn each_source_has_its_own_count() {
        let sources = Sources::default();
        assert_eq!(times(&sources, &from("203.0.113.7", None)), MOST);
        let later = sources.count(&from("203.0.113.7", None)).unwrap();
        assert!((3_500..=3_600).contains(&later), "{later}");
        assert_eq!(times(&sources, &from("203.0.113.8", None)), MOST);
        assert_eq!(times(&sources, &from("2001:db8:1:2::1", None)), MOST);
        assert_eq!(
            times(&sources, &from("2001:db8:1:2:ffff::1", None)),
            0,
            "one customer"
        );
        assert_eq!(times(&sources, &from("2001:db8:1:3::1", None)), MOST);
        assert_eq!(
            times(&sources, &from("::ffff:203.0.113.7", None)),
            0,
            "the same in another spelling"
        );
    }

    #[test]
    fn only_a_proxy_says_for_whom_it_speaks() {
        let sources = Sources::default();
        assert_eq!(
            times(&sources, &from("127.0.0.1", Some("1.2.3.4, 198.51.100.1"))),
            MOST
        );
        assert_eq!(
            times(&sources, &from("10.0.0.3", Some("5.6.7.8, 198.51.100.1"))),
            0,
            "the last is the proxy's"
        );
        assert_eq!(times(&sources, &from("203.0.113.9", Some("198.51.100.2"))), MOST);
        assert_eq!(
            times(&sources, &from("203.0.113.9", Some("198.51.100.3"))),
            0,
            "a stranger says nothing"
        );
    }
}
