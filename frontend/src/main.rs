//! The pages: a Leptos application that runs in the browser and reads everything through the client of the API.

mod address;
mod app;
mod browser;
mod data;
mod history;
mod intl;
mod labels;
mod language;
mod names;
mod pages;
mod panic;
mod parts;
mod router;
mod routes;
mod session;
mod ui;

fn main() {
    panic::show_on_panic();
    app::mount();
}
