//! How often one may ask for a link, guess a password or say something without an account, by where one is and whose
//! address one names.
//!
//! Counted in the memory of this process only, by a hash whose key is made at the start: no network address is written
//! down, and none can be read out of what is counted. What is counted is forgotten after a day at most. A stranger makes
//! only themselves wait: where somebody has signed in lately, what others do to their account does not count.

use crate::auth::secrets;
use crate::error::{Error, Result};
use crate::state::State;
use actix_web::HttpRequest;
use aect_types::people::Email;
use aws_lc_rs::hmac;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

mod proxies;

pub use proxies::Network;
pub(crate) use proxies::Proxies;

/// How long what somebody does counts.
const WINDOW: Duration = Duration::from_mins(15);
/// How long it is remembered where somebody has signed in.
const KNOWN: Duration = Duration::from_hours(24);
/// Above so many things counted, those that count no more are dropped.
const TIDY: usize = 10_000;

/// Links that are sent to one address for one network without waiting.
const LINKS: u32 = 5;
/// The same for all networks where its person has not signed in lately. A link opens in any browser that has asked for that
/// address: whoever gets no other mail uses one that came.
const LINKS_ELSEWHERE: u32 = 20;
/// Tries at one account from one network that cost no waiting.
const GUESSES: u32 = 5;
/// The same for all networks where its person has not signed in lately.
const GUESSES_ELSEWHERE: u32 = 10;
/// The same from one network for all accounts.
const GUESSES_HERE: u32 = 50;
/// Corrections and reports from one network.
const REMARKS: u32 = 20;
/// Previews of long texts from one network: one every few seconds, by several people.
const PREVIEWS: u32 = 500;
/// The first wait after them; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(30);

type Key = [u8; 32];

/// What was counted of one thing.
#[derive(Clone, Copy)]
struct Count {
    tries: u32,
    since: Instant,
    until: Option<Instant>,
}

#[derive(Default)]
struct Known {
    counts: HashMap<Key, Count>,
    /// Where people have signed in, and when.
    places: HashMap<Key, Instant>,
}

/// All that is counted.
pub(crate) struct Limits {
    key: hmac::Key,
    /// Links that one network may ask for without waiting, and people that it may lead to another site.
    links_here: u32,
    known: Mutex<Known>,
}

/// The network that somebody asks from: what belongs to one line or one site.
pub(crate) struct Source(IpAddr);

impl Source {
    /// Where a request comes from, as far as the proxies in front of us are believed.
    pub(crate) fn of(state: &State, request: &HttpRequest) -> Self {
        let peer = request.peer_addr().map(|peer| peer.ip());
        let forwarded = request.headers().get_all("x-forwarded-for");
        let forwarded: Vec<&str> = forwarded.filter_map(|value| value.to_str().ok()).collect();
        // Without a peer there is a test of one handler.
        let peer = peer.unwrap_or(IpAddr::from([127, 0, 0, 1]));
        Self::network(state.proxies.source(peer, &forwarded.join(",")))
    }

    /// The network of an address: itself for IPv4, the first 64 bits for IPv6, of which one line has at least as many.
    fn network(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => {
                let network = u128::from(address) >> 64 << 64;
                IpAddr::V6(network.into())
            }
            address @ IpAddr::V4(_) => address,
        })
    }
}

impl Limits {
    /// Nothing counted yet.
    pub(crate) fn new(links_here: u32) -> anyhow::Result<Self> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &secrets::bytes::<32>()?);
        Ok(Self {
            key,
            links_here,
            known: Mutex::default(),
        })
    }

    /// Counts a request for a link; whether it is sent. A network that asks for very many is told to come back.
    pub(crate) fn link(&self, source: &Source, email: &Email) -> Result<bool> {
        let now = Instant::now();
        self.count(self.key("links", Some(source), None), self.links_here, now)?;
        if self
            .count(self.key("links", Some(source), Some(email)), LINKS, now)
            .is_err()
        {
            return Ok(false);
        }
        Ok(self.is_known(source, email)
            || self
                .count(self.key("links", None, Some(email)), LINKS_ELSEWHERE, now)
                .is_ok())
    }

    /// Counts somebody who is led to another site, or says when to come back.
    pub(crate) fn lead(&self, source: &Source) -> Result<()> {
        let key = self.key("led", Some(source), None);
        self.count(key, self.links_here, Instant::now())
    }

    /// Counts what somebody without an account says of a record, or says when to come back.
    pub(crate) fn remark(&self, source: &Source) -> Result<()> {
        let key = self.key("remarks", Some(source), None);
        self.count(key, REMARKS, Instant::now())
    }

    /// Counts a preview of a long text, or says when to come back.
    pub(crate) fn preview(&self, source: &Source) -> Result<()> {
        let key = self.key("previews", Some(source), None);
        self.count(key, PREVIEWS, Instant::now())
    }

    /// Counts a guess at a password, or says when to come back.
    pub(crate) fn guess(&self, source: &Source, email: &Email) -> Result<()> {
        let now = Instant::now();
        self.count(self.key("guesses", Some(source), None), GUESSES_HERE, now)?;
        self.count(self.key("guesses", Some(source), Some(email)), GUESSES, now)?;
        if self.is_known(source, email) {
            return Ok(());
        }
        self.count(self.key("guesses", None, Some(email)), GUESSES_ELSEWHERE, now)
    }

    /// Whether somebody with that address has lately signed in there.
    pub(crate) fn is_known(&self, source: &Source, email: &Email) -> bool {
        let place = self.key("place", Some(source), Some(email));
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.places.get(&place).is_some_and(|at| at.elapsed() < KNOWN)
    }

    /// Somebody with that address has signed in there: what was tried before does not count any more.
    pub(crate) fn knows(&self, source: &Source, email: &Email) {
        let place = self.key("place", Some(source), Some(email));
        let tried = [
            self.key("guesses", Some(source), Some(email)),
            self.key("guesses", None, Some(email)),
        ];
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.places.len() > TIDY {
            known.places.retain(|_, at| at.elapsed() < KNOWN);
        }
        known.places.insert(place, Instant::now());
        for key in tried {
            known.counts.remove(&key);
        }
        // It was no guess.
        if let Some(count) = known.counts.get_mut(&self.key("guesses", Some(source), None)) {
            count.tries = count.tries.saturating_sub(1);
        }
    }

    /// Counts one more; after so many that are free each next one has to wait, ever longer.
    fn count(&self, key: Key, free: u32, now: Instant) -> Result<()> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let counts = &mut known.counts;
        let counts_no_more = |count: &Count| {
            now.saturating_duration_since(count.since) > WINDOW
                && count.until.is_none_or(|until| until <= now)
        };
        if counts.len() > TIDY {
            counts.retain(|_, count| !counts_no_more(count));
        }
        let fresh = Count {
            tries: 0,
            since: now,
            until: None,
        };
        let count = counts.entry(key).or_insert(fresh);
        if counts_no_more(count) {
            *count = fresh;
        }
        if let Some(wait) = count.until.and_then(|until| until.checked_duration_since(now))
            && !wait.is_zero()
        {
            let seconds = i64::try_from(wait.as_secs()).unwrap_or(i64::MAX);
            return Err(Error::later(seconds.saturating_add(1)));
        }
        count.tries = count.tries.saturating_add(1);
        if let Some(over) = count.tries.checked_sub(free) {
            let wait = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(over));
            (count.since, count.until) = (now, Some(now + wait.min(WINDOW)));
        }
        Ok(())
    }

    fn key(&self, what: &str, source: Option<&Source>, email: Option<&Email>) -> Key {
        let mut context = hmac::Context::with_key(&self.key);
        context.update(what.as_bytes());
        if let Some(Source(network)) = source {
            context.update(b" from ");
            context.update(network.to_string().as_bytes());
        }
        if let Some(email) = email {
            context.update(b" to ");
            context.update(email.as_str().as_bytes());
        }
        let mut key = Key::default();
        // HMAC-SHA256 has as many bytes.
        key.copy_from_slice(context.sign().as_ref());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(address: &str) -> Source {
        Source::network(address.parse().unwrap())
    }

    fn email(text: &str) -> Email {
        text.parse().unwrap()
    }

    #[test]
    fn waits_grow_and_end() {
        let limits = Limits::new(100).unwrap();
        let (key, start) = ([0; 32], Instant::now());
        let mut now = start;
        let mut waits = Vec::new();
        for _ in 0..5 {
            assert!(limits.count(key, 5, now).is_ok());
        }
        for _ in 0..6 {
            let wait = limits.count(key, 5, now).unwrap_err().later.unwrap();
            waits.push(wait);
            now += Duration::from_secs(u64::try_from(wait).unwrap());
            assert!(limits.count(key, 5, now).is_ok());
        }
        assert_eq!(waits, [31, 61, 121, 241, 481, 901]);
        now += WINDOW + WINDOW;
        for _ in 0..5 {
            assert!(limits.count(key, 5, now).is_ok(), "forgotten");
        }
    }

    #[test]
    fn of_many_guesses_at_once_few_are_looked_at() {
        let limits = Limits::new(100).unwrap();
        let marie = email("marie@mairie.fr");
        let looked_at = (0..10_000_u32).filter(|number| {
            // A network of its own each: what varies is not what is counted.
            let [_, b, c, d] = number.to_be_bytes();
            let spelt = if number % 2 == 0 {
                "Marie@Mairie.fr"
            } else {
                "marie@mairie.fr "
            };
            limits
                .guess(&Source::network(IpAddr::from([10, b, c, d])), &email(spelt))
                .is_ok()
        });
        assert!(looked_at.count() <= 10);
        assert!(limits.guess(&source("192.0.2.1"), &marie).is_err());
        assert!(
            limits
                .guess(&source("192.0.2.1"), &email("paul@mairie.fr"))
                .is_ok()
        );
    }

    #[test]
    fn a_stranger_makes_nobody_wait_where_they_have_signed_in() {
        let limits = Limits::new(100).unwrap();
        let (home, marie) = (source("192.0.2.1"), email("marie@mairie.fr"));
        limits.knows(&home, &marie);
        for number in 0..200 {
            // Refused or not.
            let _counted = limits.guess(&Source::network(IpAddr::from([10, 0, 0, number])), &marie);
        }
        assert!(limits.guess(&source("198.51.100.1"), &marie).is_err());
        assert!(limits.guess(&home, &marie).is_ok());
        let sent = (0..200).filter(|number| {
            let stranger = Source::network(IpAddr::from([10, 0, 1, *number]));
            limits.link(&stranger, &marie).unwrap()
        });
        assert_eq!(sent.count(), 20);
        assert!(limits.link(&home, &marie).unwrap());
    }

    #[test]
    fn a_line_is_one_network() {
        let limits = Limits::new(100).unwrap();
        let marie = email("marie@mairie.fr");
        let sent = (0..20).filter(|number| {
            let line = source(&format!("2001:db8:1:2::{number:x}"));
            limits.link(&line, &marie).unwrap()
        });
        assert_eq!(sent.count(), 5);
        assert!(limits.link(&source("2001:db8:1:3::1"), &marie).unwrap());
        assert_eq!(source("::ffff:192.0.2.1").0, source("192.0.2.1").0);
    }

    #[test]
    fn a_network_that_asks_for_very_many_is_told_to_come_back() {
        let limits = Limits::new(3).unwrap();
        let here = source("192.0.2.1");
        let asked: Vec<bool> = (0..5)
            .map(|number| {
                limits
                    .link(&here, &email(&format!("a{number}@mairie.fr")))
                    .is_ok()
            })
            .collect();
        assert_eq!(asked, [true, true, true, false, false]);
    }
}
