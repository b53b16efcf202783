//! Log and metrics of the process.

use crate::config::{LogConfig, LogFormat};
use anyhow::Context as _;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::io::IsTerminal as _;
use std::sync::OnceLock;
use tracing_subscriber::EnvFilter;

/// Seconds that requests are sorted by.
const BUCKETS: [f64; 12] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0,
];

/// Writes the log of this process to standard error.
pub fn log(config: &LogConfig) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&config.log).context("what to log cannot be read")?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        // A line that the full disk under the log does not take would be told on the same log, by a panic.
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    let set = match config.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    set.map_err(|error| anyhow::anyhow!("the log cannot be set up: {error}"))
}

/// The figures of the process: one set, however many servers run in it.
#[derive(Clone)]
pub(crate) struct Figures(PrometheusHandle);

impl Figures {
    pub(crate) fn of_process() -> anyhow::Result<Self> {
        static FIGURES: OnceLock<Result<PrometheusHandle, String>> = OnceLock::new();
        let installed = FIGURES.get_or_init(|| {
            PrometheusBuilder::new()
                .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &BUCKETS)
                .and_then(PrometheusBuilder::install_recorder)
                .map_err(|error| error.to_string())
        });
        match installed {
            Ok(handle) => Ok(Self(handle.clone())),
            Err(error) => anyhow::bail!("metrics cannot be set up: {error}"),
        }
    }

    pub(crate) fn render(&self) -> String {
        self.0.render()
    }

    /// Moves fresh samples into the buckets, so that they do not pile up between two readings.
    pub(crate) fn upkeep(&self) {
        self.0.run_upkeep();
    }
}
