//! Bytes made smaller, once, for the cache.

use crate::negotiation::Coding;
use bytes::Bytes;
use flate2::write::GzEncoder;
use std::io::{self, Write as _};

/// Below this an answer fits in one packet anyway.
pub(crate) const WORTH_IT: usize = 860;

/// The bytes in a coding.
pub(crate) fn compress(body: &[u8], coding: Coding) -> io::Result<Bytes> {
    let packed = match coding {
        Coding::Identity => body.to_vec(),
        Coding::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::new(6));
            encoder.write_all(body)?;
            encoder.finish()?
        }
        // 5 of 11: beyond it, time grows faster than size shrinks on JSON of this length.
        Coding::Brotli => {
            let mut packed = Vec::new();
            let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, 5, 20);
            encoder.write_all(body)?;
            drop(encoder);
            packed
        }
    };
    Ok(packed.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn both_codings_give_back_what_went_in() {
        let body = "coopération décentralisée ".repeat(200);
        let gzip = compress(body.as_bytes(), Coding::Gzip).unwrap();
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(gzip.as_ref())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, body);
        let packed = compress(body.as_bytes(), Coding::Brotli).unwrap();
        let mut unpacked = String::new();
        brotli::Decompressor::new(packed.as_ref(), 4096)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, body);
        assert!(packed.len() < 500 && gzip.len() < 500);
    }
}
