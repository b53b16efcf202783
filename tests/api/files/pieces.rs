//! What forms send, made by hand.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

/// What stands between the parts of a form.
pub(crate) const BOUNDARY: &str = "piece-of-a-form";

/// A form: fields, and a file of that name with those bytes.
pub(crate) fn form(fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut form = Vec::new();
    for (field, value) in fields {
        let part =
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        form.extend_from_slice(part.as_bytes());
    }
    // It says that it is a picture, whatever it is.
    let head = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: image/png\r\n\r\n"
    );
    form.extend_from_slice(head.as_bytes());
    form.extend_from_slice(bytes);
    form.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    form
}

/// A document.
pub(crate) fn document() -> Vec<u8> {
    form(&[("role", "document"), ("title", "Rapport")], "rapport.pdf", PDF)
}

/// A PDF, as far as anybody looks.
pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n";

/// A photo.
pub(crate) fn photo(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90])
    }))
}

/// A logo, transparent around.
pub(crate) fn logo() -> DynamicImage {
    let mut logo = RgbaImage::new(64, 64);
    logo.put_pixel(32, 32, Rgba([0, 80, 160, 255]));
    DynamicImage::ImageRgba8(logo)
}

/// A picture in that format.
pub(crate) fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that says something beside its picture.
pub(crate) fn with_words(jpeg: &[u8], words: &str) -> Vec<u8> {
    let length = u16::try_from(words.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xfe], &length, words.as_bytes(), &jpeg[2..]].concat()
}

/// A JPEG that says where it was taken, and lies on its side.
pub(crate) fn with_place(jpeg: &[u8]) -> Vec<u8> {
    let exif =
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPS 44.8378 -0.5792";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, exif, &jpeg[2..]].concat()
}
