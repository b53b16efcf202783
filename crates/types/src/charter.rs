//! The colour of a platform, light and dark: what is made of it, and whether it can be read (WCAG 2.2, 1.4.3).

use std::fmt;
use std::str::FromStr;

/// The least contrast of text with what is behind it (WCAG 2.2, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The text is no colour, which is `#` and six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColour;

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').ok_or(NoColour)?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoColour);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NoColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Colour {
    /// So many hundredths of it, the rest of another one.
    fn mixed(self, hundredths: u16, other: Self) -> Self {
        let mut mixed = [0; 3];
        for (part, (one, other)) in mixed.iter_mut().zip(self.0.into_iter().zip(other.0)) {
            let sum = u16::from(one) * hundredths + u16::from(other) * (100 - hundredths);
            *part = u8::try_from(sum / 100).unwrap_or(u8::MAX);
        }
        Self(mixed)
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// From 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

/// The other colours of a look, as `frontend/style/0-tokens.css` has them.
struct Surroundings {
    /// `--ground`, `--surface`, `--surface-2`.
    behind: [Colour; 3],
    /// `--ink`, `--ink-2`.
    ink: [Colour; 2],
    /// `--on-brand`.
    on: Colour,
    /// Towards what it is made stronger, and how much of it stays.
    stronger: (Colour, u16),
    /// Towards what it is made softer, and how much of it stays.
    softer: (Colour, u16),
}

const LIGHT: Surroundings = Surroundings {
    behind: [
        Colour([0xfb, 0xfa, 0xf7]),
        Colour([0xff, 0xff, 0xff]),
        Colour([0xf1, 0xef, 0xe8]),
    ],
    ink: [Colour([0x1c, 0x2b, 0x2d]), Colour([0x4a, 0x5a, 0x5c])],
    on: Colour([0xff, 0xff, 0xff]),
    stronger: (Colour([0, 0, 0]), 72),
    softer: (Colour([0xff, 0xff, 0xff]), 11),
};

const DARK: Surroundings = Surroundings {
    behind: [
        Colour([0x12, 0x1a, 0x1c]),
        Colour([0x1a, 0x25, 0x27]),
        Colour([0x23, 0x31, 0x33]),
    ],
    ink: [Colour([0xec, 0xea, 0xe4]), Colour([0xb3, 0xbf, 0xbf])],
    on: Colour([0x0c, 0x23, 0x23]),
    stronger: (Colour([0xff, 0xff, 0xff]), 65),
    softer: (Colour([0x1a, 0x25, 0x27]), 16),
};

/// A colour in a look, and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charter {
    /// Of buttons, of where one is, of figures.
    pub brand: Colour,
    /// Under the pointer, and on the soft one.
    pub strong: Colour,
    /// Behind.
    pub soft: Colour,
}

impl Charter {
    /// On light pages; the least contrast where it cannot be read.
    ///
    /// # Errors
    /// The contrast found, below [`LEAST_CONTRAST`].
    pub fn light(brand: Colour) -> Result<Self, f64> {
        Self::among(brand, &LIGHT)
    }

    /// The same on dark pages.
    ///
    /// # Errors
    /// The contrast found, below [`LEAST_CONTRAST`].
    pub fn dark(brand: Colour) -> Result<Self, f64> {
        Self::among(brand, &DARK)
    }

    fn among(brand: Colour, around: &Surroundings) -> Result<Self, f64> {
        let (towards, stays) = around.stronger;
        let strong = brand.mixed(stays, towards);
        let (towards, stays) = around.softer;
        let soft = brand.mixed(stays, towards);
        let [ink, ink_2] = around.ink;
        let pairs = [(brand, soft), (strong, soft), (ink, soft), (ink_2, soft)];
        let buttons = [(around.on, brand), (around.on, strong)];
        let behind = around.behind.map(|behind| (brand, behind));
        let all = behind.into_iter().chain(pairs).chain(buttons);
        let least = all
            .map(|(text, behind)| text.contrast(behind))
            .fold(21.0, f64::min);
        if least < LEAST_CONTRAST {
            return Err(least);
        }
        Ok(Self { brand, strong, soft })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../frontend/style/0-tokens.css");

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((colour("#000000").contrast(colour("#ffffff")) - 21.0).abs() < 1e-9);
        // The grey that is known for it.
        let grey = colour("#767676").contrast(colour("#ffffff"));
        assert!((4.54..4.55).contains(&grey), "{grey}");
        assert_eq!("#0D5b5C".parse::<Colour>().unwrap().to_string(), "#0d5b5c");
        for wrong in ["0d5b5c", "#0d5b5", "#0d5b5g", "#0d5b5cff", "#+d5b5c", "#é5b5"] {
            assert!(wrong.parse::<Colour>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_colour_that_cannot_be_read_is_refused_with_its_contrast() {
        assert!(Charter::light(colour("#0d5b5c")).is_ok());
        assert!(Charter::light(colour("#7b1e3a")).is_ok());
        assert!(Charter::light(colour("#6fc3bb")).unwrap_err() < 2.5);
        assert!(Charter::dark(colour("#6fc3bb")).is_ok());
        assert!(Charter::dark(colour("#f0a36a")).is_ok());
        assert!(Charter::dark(colour("#0d5b5c")).unwrap_err() < 3.0);
    }

    #[test]
    fn what_is_around_is_what_the_pages_have() {
        let (light, dark) = TOKENS.split_once("prefers-color-scheme: dark").unwrap();
        for (tokens, around) in [(light, LIGHT), (dark, DARK)] {
            let [ground, surface, surface_2] = around.behind;
            let [ink, ink_2] = around.ink;
            for (name, colour) in [
                ("ground", ground),
                ("surface", surface),
                ("surface-2", surface_2),
                ("ink", ink),
                ("ink-2", ink_2),
                ("on-brand", around.on),
            ] {
                let line = format!("--{name}: {colour};");
                assert!(tokens.contains(&line), "{line}");
            }
        }
    }
}
