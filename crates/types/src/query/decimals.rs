//! Decimal numbers in addresses, as text. In the WASM the standard library's parser and writer would bring 17 kB
//! (brotli) of tables that nothing else needs; a position is exact to the millimetre without them.

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn read(text: &str) -> Option<f64> {
    text.parse().ok()
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn written(number: f64) -> String {
    number.to_string()
}

#[cfg(target_arch = "wasm32")]
pub(super) use {short_read as read, short_written as written};

/// Fifteen digits count.
#[cfg(any(target_arch = "wasm32", test))]
pub(super) fn short_read(text: &str) -> Option<f64> {
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut value, mut counted, mut scale) = (0.0, 0, exponent.parse::<i32>().ok()?);
    for (rank, digit) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = digit.to_digit(10)?;
        let behind_the_point = rank >= whole.len();
        if counted < 15 {
            value = value * 10.0 + f64::from(digit);
            counted += u32::from(value > 0.0);
            scale -= i32::from(behind_the_point);
        } else {
            scale += i32::from(!behind_the_point);
        }
    }
    if whole.is_empty() && fraction.is_empty() || scale.abs() > 22 {
        return None;
    }
    let power = (0..scale.abs()).fold(1.0, |power, _| power * 10.0);
    Some(sign * if scale < 0 { value / power } else { value * power })
}

/// Seven digits behind the point: a centimetre.
#[cfg(any(target_arch = "wasm32", test))]
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions and distances are far below the limit, and it saturates"
)]
pub(super) fn short_written(number: f64) -> String {
    const UNIT: u64 = 10_000_000;
    let units = (number.abs() * 1e7).round() as u64;
    let sign = if number < 0.0 { "-" } else { "" };
    let written = format!("{sign}{}.{:07}", units / UNIT, units % UNIT);
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{read, short_read, short_written, written};

    #[test]
    fn pages_read_numbers_as_the_server_does() {
        for text in [
            "0",
            "-17.4677",
            "+50",
            "44.837789",
            ".5",
            "5.",
            "1e2",
            "12.5E-1",
            "-0.00001",
            "180",
        ] {
            assert_eq!(short_read(text), read(text), "{text}");
        }
        for bad in ["", "-", "1.2.3", "e5", "1e", "--1"] {
            assert_eq!(short_read(bad), None, "{bad}");
        }
    }

    #[test]
    fn pages_write_numbers_as_the_server_does() {
        for number in [
            0.0,
            -17.4677,
            44.837_789,
            0.5,
            20_000.0,
            -0.000_01,
            180.0,
            1.000_000_1,
            2.999_999_9,
        ] {
            assert_eq!(short_written(number), written(number));
        }
    }
}
