//! The active filters, each with a way to take it off.

use super::{State, question};
use crate::labels;
use crate::names::use_names;
use crate::router::How;
use crate::ui::node::live;
use aect_words::pages::list;
use leptos::prelude::*;

/// The chips; nothing where nothing narrows the list.
pub(super) fn chips(state: State) -> AnyView {
    let language = state.language;
    let chip = move |(filter, value): (&'static str, String)| {
        let name = labels::filter(filter).of(language);
        let label = labels::value(state.resource, filter, &value, use_names(), language);
        let said = format!("{} {name} {label}", list::REMOVE.of(language));
        let text = match filter {
            "to_confirm" | "active" => format!("{name}\u{a0}: {label}"),
            _ => label,
        };
        let remove = move |_| {
            state.go(
                &question::toggled(&state.query_untracked(), filter, &value),
                How::Push,
            );
            crate::browser::focus("liste");
        };
        view! {
            <li>
                <button type="button" class="chip" aria-label=said on:click=remove>
                    {text}<span aria-hidden="true">" ×"</span>
                </button>
            </li>
        }
        .into_any()
    };
    let clear = move |_| {
        state.go(&question::cleared(&state.query_untracked()), How::Push);
        crate::browser::focus("liste");
    };
    live(move || {
        let active = question::active(&state.query());
        (!active.is_empty()).then(|| {
            view! {
                <div class="chips">
                    <h2 class="visually-hidden">{list::ACTIVE_FILTERS.of(language)}</h2>
                    <ul>
                        {active.into_iter().map(chip).collect::<Vec<_>>()}
                        <li><button type="button" class="chip-clear" on:click=clear>
                            {list::CLEAR_ALL.of(language)}
                        </button></li>
                    </ul>
                </div>
            }
            .into_any()
        })
    })
}
