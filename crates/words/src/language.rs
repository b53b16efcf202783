//! The two languages, and which one a reader prefers.

use std::cmp::Reverse;

/// A language that the platform speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// French, where a reader asks for nothing that we speak.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Both, French first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// Its tag (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// Where its pages begin: those in French, the first language, at the root.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Fr => "",
            Self::En => "/en",
        }
    }

    /// The language of a page's path, and the path without it: `/en/projets` is `/projets` in English.
    #[must_use]
    pub fn of_path(path: &str) -> (Self, &str) {
        match path.strip_prefix(Self::En.prefix()) {
            Some("") => (Self::En, "/"),
            Some(rest) if rest.starts_with('/') => (Self::En, rest),
            _ => (Self::Fr, path),
        }
    }

    /// Where a page is in this language: `/projets?q=eau` is at `/en/projets?q=eau` in English; a part of the present
    /// page (`#contenu`) is where it is.
    #[must_use]
    pub fn place(self, href: &str) -> String {
        match (self, href.strip_prefix('/')) {
            // The front page in English is `/en`, without the slash that is the whole path of the French one.
            (Self::En, Some(rest)) if rest.is_empty() || rest.starts_with(['?', '#']) => {
                [self.prefix(), rest].concat()
            }
            (_, Some(_)) => [self.prefix(), href].concat(),
            (_, None) => href.to_owned(),
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Fr => Self::En,
            Self::En => Self::Fr,
        }
    }

    /// The language of a tag: `fr`, `fr-CA`, `EN_gb`; `None` where we do not speak it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The language that an `Accept-Language` header asks for (RFC 9110, 12.5.4): the acceptable one with the highest
    /// weight, the first named among equals, French where none of ours is acceptable. Never fails.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Self {
        let ranges: Vec<(&str, u16)> = accept_language.split(',').filter_map(weighted).collect();
        let best = |wanted: &dyn Fn(&str) -> bool| {
            let ranked = ranges.iter().enumerate().filter(|(_, (tag, _))| wanted(tag));
            ranked.map(|(rank, &(_, weight))| (weight, Reverse(rank))).max()
        };
        let weight = |language: Self| {
            best(&|tag| Self::of_tag(tag) == Some(language))
                .or_else(|| best(&|tag| tag == "*"))
                .filter(|&(weight, _)| weight > 0)
        };
        if weight(Self::En) > weight(Self::Fr) {
            Self::En
        } else {
            Self::Fr
        }
    }
}

/// A language range and its weight in thousandths; `None` where it cannot be read.
fn weighted(range: &str) -> Option<(&str, u16)> {
    let mut parts = range.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let Some(parameter) = parts.next() else {
        return Some((tag, 1000));
    };
    let (name, value) = parameter.split_once('=')?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let digits = decimals.len() <= 3 && decimals.bytes().all(|b| b.is_ascii_digit());
    let thousandths: u16 = format!("{decimals:0<3}").parse().ok()?;
    let weight = match whole {
        "0" => thousandths,
        "1" if thousandths == 0 => 1000,
        _ => return None,
    };
    (name.eq_ignore_ascii_case("q") && digits).then_some((tag, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_its_language() {
        use Language::{En, Fr};
        for (path, said) in [
            ("/", (Fr, "/")),
            ("/projets", (Fr, "/projets")),
            ("/entre", (Fr, "/entre")),
            ("/en", (En, "/")),
            ("/en/", (En, "/")),
            ("/en/projets", (En, "/projets")),
        ] {
            assert_eq!(Language::of_path(path), said, "{path}");
        }
        for (href, placed) in [
            ("/", "/en"),
            ("/?q=eau", "/en?q=eau"),
            ("/#titre", "/en#titre"),
            ("/projets?q=eau", "/en/projets?q=eau"),
            ("#contenu", "#contenu"),
        ] {
            assert_eq!((En.place(href).as_str(), Fr.place(href).as_str()), (placed, href));
        }
    }

    #[test]
    fn weights_decide_then_order_then_french() {
        use Language::{En, Fr};
        for (header, expected) in [
            ("", Fr),
            ("en", En),
            ("en-GB,en;q=0.9,fr;q=0.8", En),
            ("fr-FR,fr;q=0.9,en-US;q=0.8", Fr),
            ("de,en;q=0.5", En),
            ("de", Fr),
            ("en;q=0.5, fr;q=0.501", Fr),
            ("en, fr", En),
            ("fr, en", Fr),
            ("*", Fr),
            ("fr;q=0, *", En),
            ("fr;q=0", Fr),
            ("EN_us", En),
            ("en ; Q=1.000", En),
            ("en;q=1.001, fr;q=0.1", Fr),
            ("en;q=2, en;q=-1, en;q=0.1234, ;;;,=,q", Fr),
            ("english", Fr),
        ] {
            assert_eq!(Language::negotiate(header), expected, "{header}");
        }
    }
}
