"""What a language must know to say all of it: one field for each sentence, so that none can be missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypedDict

from msgspec import Struct

from atendeai.conversation.understanding.model import Language


class Phrase(NamedTuple):
    """Wordings of one sentence for either formality. They rotate, so that nothing is said twice in a row."""

    informal: tuple[str, ...]
    formal: tuple[str, ...]


def both(*wordings: str) -> Phrase:
    """Wordings that are right for either formality."""
    return Phrase(wordings, wordings)


class Sentences(TypedDict):
    """Whole sentences, spoken by `Voice.say`."""

    introduce: Phrase
    closed_now: Phrase
    hello_again: Phrase
    farewell: Phrase
    welcome: Phrase
    anything_else: Phrase
    who_i_am: Phrase
    offer_booking: Phrase
    at_your_service: Phrase
    stale_option: Phrase
    ask_service: Phrase
    which_service: Phrase
    service_gone: Phrase
    professional_gone: Phrase
    not_performed_by: Phrase
    no_new_patients: Phrase
    offer: Phrase
    offer_hint: Phrase
    not_then: Phrase
    closed_then: Phrase
    not_that_day: Phrase
    absent_then: Phrase
    too_soon: Phrase
    too_far: Phrase
    past_date: Phrase
    nothing_free: Phrase
    slot_taken: Phrase
    slot_gone: Phrase
    still_free: Phrase
    patient_busy: Phrase
    ask_date: Phrase
    noted: Phrase
    pick_one: Phrase
    ask_name: Phrase
    ask_name_again: Phrase
    ask_surname: Phrase
    ask_whose: Phrase
    two_visits: Phrase
    next_person: Phrase
    ask_usual: Phrase
    ask_same_plan: Phrase
    ask_same_private: Phrase
    ask_insurance: Phrase
    insurance_not_accepted: Phrase
    summary: Phrase
    booked: Phrase
    moved: Phrase
    not_confirmed: Phrase
    ask_yes_no: Phrase
    gave_up: Phrase
    kept: Phrase
    no_visits: Phrase
    your_visit: Phrase
    your_visits: Phrase
    which_visit_cancel: Phrase
    which_visit_move: Phrase
    moving: Phrase
    move_by_team: Phrase
    ask_cancel: Phrase
    notice_rule: Phrase
    late_cancel: Phrase
    cancelled: Phrase
    presence: Phrase
    visit_gone: Phrase
    did_not_understand: Phrase
    did_you_mean: Phrase
    is_it_this: Phrase
    say_it_otherwise: Phrase
    calling_person: Phrase
    person_when_open: Phrase
    already_called: Phrase
    emergency: Phrase
    self_harm: Phrase
    team_told: Phrase
    medical_advice: Phrase
    fitting_visit: Phrase
    if_worse: Phrase
    advice_refused: Phrase
    complaint: Phrase
    opted_out: Phrase
    data_request: Phrase
    out_of_scope: Phrase
    cannot_read: Phrase
    not_read_either: Phrase
    ask_the_team: Phrase
    once_more: Phrase
    back_to_it: Phrase
    were_booking: Phrase
    were_moving: Phrase
    were_cancelling: Phrase
    go_on_or_anew: Phrase
    come_back: Phrase
    this_language: Phrase
    in_this_language: Phrase
    not_that_language: Phrase


class Fragments(Struct, frozen=True, kw_only=True):
    """Parts of answers that list what the document holds; leading blanks and line breaks belong to them."""

    who: str
    visit: str
    with_whom: str
    also_performed: str
    not_an_office_day: str
    sees_patients: str
    sees_nobody: str
    from_to: str
    opening: str
    open_that_day: str
    closed_that_day: str
    open_now: str
    closed_now: str
    closed: str
    price_of: str
    prices: str
    plan_refused: str
    other_plans: str
    private_taken: str
    costs: str
    plan_taken: str
    plan_taken_for: str
    plan_not_for: str
    private_price: str
    plans: str
    plans_for: str
    private_only: str
    accepted: str
    address: str
    directions: str
    parking: str
    accessibility: str
    map: str
    phone: str
    their_hours: str
    team: str
    preparation_of: str
    no_preparation: str
    preparations: str
    performed: str
    performed_for: str
    services: str
    payment: str
    discount: str
    seen_by: str
    patient: str
    on_plan: str
    private: str
    private_at: str
    where: str
    a_visit: str
    at_moment: str
    preparation: str


class Labels(Struct, frozen=True, kw_only=True):
    """What stands on buttons (at most 20 characters) and rows (24)."""

    book: str
    book_visit: str
    visits: str
    human: str
    private: str
    other_person: str
    other_day: str
    other_time: str
    confirm: str
    give_up: str
    stop_here: str
    not_now: str
    no_thanks: str
    move: str
    cancel: str
    cancel_yes: str
    cancel_no: str
    see_options: str
    see_plans: str
    see_services: str
    see_times: str
    see_visits: str
    answer: str
    yes: str
    no: str
    other_thing: str
    whoever: str
    other_plan: str
    has_plan: str
    go_on: str
    start_over: str


class Book(Struct, frozen=True, kw_only=True):
    """All words of one language. `{slots}` are facts filled in by code and the same in every language.

    `wishes` completes "would you like to …", `topics` names the same on buttons (20 characters); `wordless` completes
    "I have received …"; `languages` names languages in this one.
    `holidays` translates the names of public holidays; one that is missing is said in Portuguese.
    """

    sentences: Sentences
    fragments: Fragments
    labels: Labels
    wishes: Mapping[str, str]
    topics: Mapping[str, str]
    wordless: Mapping[str, str]
    languages: Mapping[Language, str]
    holidays: Mapping[str, str]
