//! What browsers call themselves, as people know them.

/// How a browser betrays itself, the most particular first: most of them say they are others as well.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// The browser and its system, where they are known.
pub(super) fn named(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    (found(&BROWSERS, agent), found(&SYSTEMS, agent))
}

fn found(known: &[(&str, &'static str)], agent: &str) -> Option<&'static str> {
    known
        .iter()
        .find(|(mark, _)| agent.contains(mark))
        .map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn browsers_are_known_by_what_they_call_themselves() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0";
        assert_eq!(named(edge), (Some("Edge"), Some("Windows")));
        let telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Version/18.5 Mobile/15E148 Safari/604.1";
        assert_eq!(named(telephone), (Some("Safari"), Some("iPhone")));
        assert_eq!(named("curl/8.9"), (None, None));
    }
}
