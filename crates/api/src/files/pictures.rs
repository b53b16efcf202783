//! Pictures are never kept as they came: they are decoded and written anew, so that what was hidden in them or behind them
//! (places, names, programs) is gone, and in forms that a page can bear.

use super::storage::Form;
use aect_types::files::limits::PIXELS_MAX;
use aect_types::files::{FileRole, MediaType, SIDE_MAX, height_at, narrower};
use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// How well a photo is kept, of 100.
const QUALITY: u8 = 85;
/// What decoding may take besides the pixels themselves.
const MEMORY_MAX: u64 = PIXELS_MAX * 8;

/// A picture as it is kept.
pub(crate) struct Picture {
    pub(crate) media_type: MediaType,
    pub(crate) width: i32,
    pub(crate) height: i32,
    pub(crate) forms: Vec<(Form, Bytes)>,
}

/// Why a picture is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Too many pixels.
    TooLarge,
    /// It cannot be read to its end.
    Broken,
}

impl From<image::ImageError> for Refusal {
    fn from(error: image::ImageError) -> Self {
        match error {
            image::ImageError::Limits(_) => Self::TooLarge,
            _ => Self::Broken,
        }
    }
}

/// The format of a picture, seen in its first bytes; `None` for everything else.
pub(crate) fn format(bytes: &[u8]) -> Option<ImageFormat> {
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(ImageFormat::Png)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(ImageFormat::Jpeg)
    } else {
        riff.then_some(ImageFormat::WebP)
    }
}

/// Reads a picture and writes it anew, upright. What is transparent, and logos that were drawn, stay exact; the rest becomes
/// JPEG.
pub(crate) fn remake(bytes: &[u8], format: ImageFormat, role: FileRole) -> Result<Picture, Refusal> {
    // Decoders of JPEG fill what is missing with grey.
    if format == ImageFormat::Jpeg && !jpeg_ends(bytes) {
        return Err(Refusal::Broken);
    }
    let picture = decode(bytes, format)?;
    let exact = is_transparent(&picture) || role == FileRole::Logo && format != ImageFormat::Jpeg;
    let (picture, media_type) = if exact {
        (DynamicImage::ImageRgba8(picture.into_rgba8()), MediaType::Png)
    } else {
        (DynamicImage::ImageRgb8(picture.into_rgb8()), MediaType::Jpeg)
    };
    let picture = within(picture, side(SIDE_MAX));
    let (width, height) = (pixels(picture.width()), pixels(picture.height()));
    let mut forms = vec![(Form::Whole, encode(&picture, media_type)?)];
    for narrower in narrower(width) {
        let high = height_at(width, height, narrower);
        let small = picture.resize_exact(side(narrower), side(high), FilterType::Triangle);
        forms.push((Form::Width(narrower), encode(&small, media_type)?));
    }
    Ok(Picture {
        media_type,
        width,
        height,
        forms,
    })
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Refusal> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    // Before a pixel is read.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(Refusal::TooLarge);
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn is_transparent(picture: &DynamicImage) -> bool {
    picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX)
}

/// The picture, no larger than that.
fn within(picture: DynamicImage, most: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= most {
        return picture;
    }
    picture.resize(most, most, FilterType::Triangle)
}

fn encode(picture: &DynamicImage, media_type: MediaType) -> Result<Bytes, Refusal> {
    let mut written = Vec::new();
    if media_type == MediaType::Png {
        picture.write_with_encoder(PngEncoder::new(&mut written))?;
    } else {
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut written, QUALITY))?;
    }
    Ok(written.into())
}

fn pixels(side: u32) -> i32 {
    i32::try_from(side).unwrap_or(i32::MAX)
}

fn side(pixels: i32) -> u32 {
    u32::try_from(pixels).unwrap_or(1)
}

/// Whether a JPEG has an end (ITU-T T.81, B.1.1): its segments are walked through, so that the end of a picture inside it,
/// or of something behind it, does not count.
fn jpeg_ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let (Some(0xff), Some(marker)) = (bytes.get(at), bytes.get(at + 1)) else {
            return false;
        };
        at += 2;
        match marker {
            0xd9 => return true,
            // Fill bytes, and markers that stand alone.
            0xff => at -= 1,
            0x01 | 0xd0..=0xd7 => {}
            _ => {
                let Some([high, low]) = bytes.get(at..at + 2) else {
                    return false;
                };
                at += usize::from(u16::from_be_bytes([*high, *low]));
                if *marker == 0xda {
                    // Coded data: until a marker that is neither a stuffed byte nor a restart.
                    let rest = bytes.get(at..).unwrap_or_default();
                    let ends = rest.windows(2).position(
                        |two| matches!(two, [0xff, next] if !matches!(next, 0 | 0xd0..=0xd7 | 0xff)),
                    );
                    let Some(ends) = ends else {
                        return false;
                    };
                    at += ends;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(width: u32, height: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90])
        }))
    }

    fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_photo_comes_in_the_widths_of_pages() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let bytes = written(&photo(1500, 1000), format);
            assert_eq!(super::format(&bytes), Some(format));
            let made = remake(&bytes, format, FileRole::Picture).unwrap();
            assert_eq!(
                (made.media_type, made.width, made.height),
                (MediaType::Jpeg, 1500, 1000)
            );
            let forms: Vec<Form> = made.forms.iter().map(|(form, _)| *form).collect();
            assert_eq!(forms, [Form::Whole, Form::Width(320), Form::Width(1280)]);
            for (form, bytes) in made.forms {
                let read = image::load_from_memory(&bytes).unwrap();
                let expected = match form {
                    Form::Whole => (1500, 1000),
                    Form::Width(320) => (320, 213),
                    Form::Width(_) => (1280, 853),
                };
                assert_eq!((read.width(), read.height()), expected);
            }
        }
    }

    #[test]
    fn what_is_transparent_stays_so() {
        let mut picture = image::RgbaImage::new(40, 40);
        picture.put_pixel(0, 0, image::Rgba([255; 4]));
        let bytes = written(&DynamicImage::ImageRgba8(picture), ImageFormat::WebP);
        let made = remake(&bytes, ImageFormat::WebP, FileRole::Picture).unwrap();
        assert_eq!(made.media_type, MediaType::Png);
        let read = image::load_from_memory(&made.forms[0].1).unwrap().to_rgba8();
        assert_eq!((read.get_pixel(0, 0).0[3], read.get_pixel(1, 1).0[3]), (255, 0));
        let logo = written(&photo(40, 40), ImageFormat::Png);
        let of = |role| remake(&logo, ImageFormat::Png, role).unwrap().media_type;
        assert_eq!(
            [FileRole::Logo, FileRole::Picture].map(of),
            [MediaType::Png, MediaType::Jpeg]
        );
    }

    #[test]
    fn what_is_cut_off_is_no_picture() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let bytes = written(&photo(300, 200), format);
            let half = bytes.get(..bytes.len() / 2).unwrap();
            let refused = remake(half, format, FileRole::Picture).err();
            assert_eq!(refused, Some(Refusal::Broken), "{format:?}");
        }
    }

    #[test]
    fn what_claims_too_many_pixels_is_not_decoded() {
        // A header alone: 60,000 by 60,000 pixels in a few bytes.
        let mut bomb = written(&photo(8, 8), ImageFormat::Png);
        let side = 60_000_u32.to_be_bytes();
        bomb[16..20].copy_from_slice(&side);
        bomb[20..24].copy_from_slice(&side);
        let sum = crc32(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&sum);
        let refused = remake(&bomb, ImageFormat::Png, FileRole::Picture).err();
        assert_eq!(refused, Some(Refusal::TooLarge));
    }

    /// The checksum of PNG (ISO/IEC 15948, annex D).
    fn crc32(bytes: &[u8]) -> u32 {
        let mut sum = u32::MAX;
        for byte in bytes {
            sum ^= u32::from(*byte);
            for _ in 0..8 {
                sum = if sum & 1 == 1 {
                    sum >> 1 ^ 0xedb8_8320
                } else {
                    sum >> 1
                };
            }
        }
        !sum
    }

    #[test]
    fn a_picture_that_lies_on_its_side_is_turned_and_tells_no_place() {
        let turned = with_exif(&written(&photo(60, 40), ImageFormat::Jpeg));
        assert!(turned.windows(6).any(|six| six == b"SECRET"));
        let made = remake(&turned, ImageFormat::Jpeg, FileRole::Picture).unwrap();
        assert_eq!((made.width, made.height), (40, 60));
        for (_, bytes) in made.forms {
            assert!(!bytes.windows(4).any(|four| four == b"Exif"));
            assert!(!bytes.windows(6).any(|six| six == b"SECRET"));
        }
    }

    /// A JPEG with an Exif segment behind its first marker: turned by a quarter, and with words in it.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0SECRET";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, exif, &jpeg[2..]].concat()
    }
}
