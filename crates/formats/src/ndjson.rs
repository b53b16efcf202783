//! One JSON record a line.

use crate::{Error, Export};

pub(crate) struct Lines;

impl Export for Lines {
    fn start(&mut self, _: &mut Vec<u8>) -> Result<(), Error> {
        Ok(())
    }

    fn record(&mut self, json: &str, out: &mut Vec<u8>) -> Result<(), Error> {
        out.extend_from_slice(json.as_bytes());
        out.push(b'\n');
        Ok(())
    }

    fn finish(&mut self, _: &mut Vec<u8>) -> Result<(), Error> {
        Ok(())
    }
}
