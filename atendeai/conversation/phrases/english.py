"""What the receptionist says in English; formal is the same courtesy with fewer smiles."""

from __future__ import annotations

from atendeai.conversation.phrases.book import Book, Fragments, Labels, Phrase, Sentences, both
from atendeai.conversation.phrases.holidays import ENGLISH_HOLIDAYS

SENTENCES: Sentences = {
    # greeting and closing
    "introduce": Phrase(
        (
            "{hello} I'm {name}, the virtual assistant at {clinic}. How can I help you? 😊",
            "{hello} This is {name}, the virtual assistant at {clinic}. What can I do for you? 😊",
        ),
        (
            "{hello} I'm {name}, the virtual assistant at {clinic}. How may I help you?",
            "{hello} This is {name}, the virtual assistant at {clinic}. How may I assist you?",
        ),
    ),
    "closed_now": Phrase(
        ("The clinic is closed right now, but I'm still here to book appointments and answer questions.", "Our team has gone home for the day, but I'm still here to book appointments and answer questions."),
        ("The clinic is closed at the moment, but I can still book appointments and answer your questions.", "Our team is not available at this hour; I am still at your disposal for appointments and questions."),
    ),
    "hello_again": Phrase(
        ("{hello} Good to hear from you again. How can I help?", "{hello} How can I help you now?"),
        ("{hello} How may I help you?", "{hello} I am at your service. How may I help?"),
    ),
    "farewell": Phrase(
        ("See you soon! If you need anything, just write. 👋", "Bye! I'm here whenever you need me. 👋"),
        ("Goodbye. I remain at your disposal.", "Goodbye. We are here whenever you need us."),
    ),
    "welcome": Phrase(
        ("You're welcome! If you need anything else, just let me know. 😊", "My pleasure! I'm here if you need me. 😊"),
        ("You are welcome. I remain at your disposal.", "My pleasure. Should you need anything else, please let me know."),
    ),
    "anything_else": Phrase(
        ("Can I help you with anything else?", "Is there anything else you need?"),
        ("May I help you with anything else?", "Is there anything else you require?"),
    ),
    "who_i_am": Phrase(
        ("I'm {name}, the virtual assistant at {clinic}. If you'd rather talk to a person, just ask.", "This is {name}, the virtual assistant at {clinic}. Whenever you want someone from our team, just say so."),
        ("I am {name}, the virtual assistant at {clinic}. If you prefer to talk to a person, please just ask.", "This is {name}, the virtual assistant at {clinic}. Should you wish to talk to our team, please say so."),
    ),
    "offer_booking": Phrase(
        ("Would you like me to book a time for you?", "Shall I book it for you?"),
        ("Would you like to book an appointment?", "May I book an appointment for you?"),
    ),
    "at_your_service": Phrase(
        ("Of course! Tell me, what do you need?", "Sure, how can I help?"),
        ("Certainly. How may I help you?", "Of course. What can I do for you?"),
    ),
    "stale_option": Phrase(
        ("That option is no longer open. What would you like to do now?", "That choice was from an earlier conversation. How can I help you now?"),
        ("That option is no longer open. What would you like to do?", "That choice was from an earlier conversation. How may I help you now?"),
    ),
    # service
    "ask_service": Phrase(
        (
            "Let's book it! What kind of appointment do you need?",
            "Sure! Which consultation or exam would you like to book?",
            "Tell me, please: which consultation or exam do you need?",
        ),
        (
            "Certainly. What kind of appointment would you like to book?",
            "Very well. Which consultation or exam would you like?",
            "Could you please tell me which consultation or exam you would like to book?",
        ),
    ),
    "which_service": Phrase(
        ("We have more than one option. Which one would you like?", "Which of these is the one you're looking for?"),
        ("We have more than one option. Which one would you like?", "Which of these would you like to book?"),
    ),
    "service_gone": both(
        "That service can no longer be booked here. Shall we choose another one?",
        "I'm sorry, that service is no longer on our schedule. I can offer you another one.",
    ),
    "professional_gone": both(
        "That professional is no longer on our schedule.",
        "There has been a change in our team: that professional no longer works here.",
    ),
    "not_performed_by": both(
        "{professional_start} doesn't do {service} here at the clinic. You can have it with: {performers}.",
        "Here at the clinic, {service} is not done by {professional}. It's done by: {performers}.",
    ),
    "no_new_patients": both(
        "{professional_start} isn't taking new patients at the moment.",
        "At the moment {professional} has no openings for new patients.",
    ),
    # date and time
    "offer": Phrase(
        (
            "For {service}{with_whom}, I have these times. Which one suits you best?",
            "Here's what I have open for {service}{with_whom}. Which one do you prefer?",
            "{service}{with_whom}: these are the times available. Which one would you like?",
        ),
        (
            "For {service}{with_whom}, we have these times. Which one do you prefer?",
            "These are the times available for {service}{with_whom}. Which one is most convenient for you?",
            "{service}{with_whom}: we have the times below. Which one would you prefer?",
        ),
    ),
    "offer_hint": Phrase(
        ("If none of them works, tell me the day or time of day you prefer.", "If you'd rather have another day, just say so."),
        ("If none is convenient, please tell me the day or time of day you prefer.", "If you prefer another date, please say so."),
    ),
    "not_then": both(
        "Unfortunately I have nothing free {wish}. The closest times I found:",
        "{wish_start} I have nothing left. The closest times I have:",
    ),
    "closed_then": both(
        "{day} we don't see patients: {why}. The closest times I have:",
        "{day} the clinic is closed ({why}). Here's the closest I have:",
    ),
    "not_that_day": both(
        "{day_start} we don't do {service}. The closest times I have:",
        "There are no appointments for {service} {day}. These are the closest times:",
    ),
    "absent_then": both(
        "{day_start} {professional} isn't seeing patients. The closest times I have:",
        "{professional_start} isn't seeing patients {day}. These are the closest times:",
    ),
    "too_soon": both(
        "To book here I need at least {hours} in advance. The closest times I have:",
        "I can only book here with {hours} in advance. The first times are these:",
    ),
    "too_far": both(
        "Our schedule opens up to {days} days ahead. Until then, I have these times:",
        "We haven't opened the schedule for that date yet (it goes up to {days} days ahead). Here's what I have:",
    ),
    "past_date": both(
        "That date has already passed. The next times are these:",
        "That date is already behind us. Here are the next times:",
    ),
    "nothing_free": Phrase(
        (
            "I couldn't find any free time for {service}{with_whom} in the next {days} days. Shall I call someone from our team to help you?",
            "Oh, {service}{with_whom} is fully booked for the next {days} days. Would you like me to call someone from our team?",
        ),
        (
            "I could not find any available time for {service}{with_whom} in the next {days} days. Would you like me to call someone from our team?",
            "At the moment {service}{with_whom} is fully booked for the next {days} days. May I pass you on to our team?",
        ),
    ),
    "slot_taken": Phrase(
        (
            "Oh no, that time has just been taken. 😕 But I have these, very close to it:",
            "I'm sorry! Someone has just booked that time. The closest I have:",
        ),
        (
            "I apologize: that time has just been taken. We have these, very close to it:",
            "I am sorry, that time was taken just now. The closest ones are:",
        ),
    ),
    "slot_gone": both(
        "That time is no longer available. The closest I have:",
        "That time is no longer on the schedule. The closest ones are:",
    ),
    "still_free": both("Good news: that time is still free.", "I have checked, and that time is still free."),
    "patient_busy": both(
        "There's already another appointment for the same person at that time. The closest I have:",
        "That time clashes with another appointment already booked. The closest ones are:",
    ),
    "ask_date": Phrase(
        ("Which day would you like?", "What day works for you?", "Tell me the day or time of day you prefer."),
        ("Which day would you like?", "Which day is most convenient for you?", "Please tell me the day or time of day you prefer."),
    ),
    "noted": both("Got it!", "Noted."),
    "pick_one": Phrase(
        (
            "Which of these times do you prefer? You can reply with the number.",
            "Tell me which of the times: the number is enough, or give me another day.",
        ),
        (
            "Which of these times do you prefer? You may reply with the number.",
            "Please choose one of the times by its number, or tell me another day.",
        ),
    ),
    # the last details
    "ask_name": Phrase(
        (
            "Great, {slot}. What's the full name of the person who will be seen?",
            "Perfect, I've set aside {slot}. Could you tell me the patient's full name?",
        ),
        (
            "Very well, {slot}. What is the patient's full name, please?",
            "I have set aside {slot}. May I have the patient's full name, please?",
        ),
    ),
    "ask_name_again": Phrase(
        ("What's the patient's full name?", "Could you tell me just the first and last name of the person who will be seen?"),
        ("What is the patient's full name?", "May I have the patient's first and last name, please?"),
    ),
    "ask_surname": Phrase(
        ("Thanks! And {name}'s last name?", "Could you tell me {name}'s last name too?"),
        ("Thank you. And {name}'s last name, please?", "Could you also give me {name}'s last name, please?"),
    ),
    "ask_whose": both("{slot_start}. Is the appointment for {name}?", "I've set aside {slot}. Is it for {name}?"),
    "two_visits": both(
        "Of course, one at a time: first for {first}, then for {second}.",
        "All right, let's take them one by one: now for {first}, and next for {second}.",
    ),
    "next_person": both("Now let's book for {second}.", "Next comes the visit for {second}."),
    "ask_usual": both("With {professional}, like last time?", "Would you like {professional} again?"),
    "ask_same_plan": both("Still with {plan}?", "Will it be {plan}, like last time?"),
    "ask_same_private": both("Will it be private, like last time?", "Still paying privately?"),
    "ask_insurance": Phrase(
        ("Will it be private or through a health plan?", "Are you paying privately or using a health plan? If a plan, which one?"),
        ("Will it be private or through a health plan?", "Is the appointment private or through a health plan? If a plan, which one?"),
    ),
    "insurance_not_accepted": both(
        "For {service} we don't take {plan}. {accepted}Would you like to go ahead as a private patient{price}?",
        "{plan} doesn't cover {service} at our clinic. {accepted}Shall we go ahead as a private appointment{price}?",
    ),
    "summary": Phrase(
        ("Please check it for me:\n\n{details}\n\nShall I confirm?", "Here's what we have:\n\n{details}\n\nShall I confirm it?"),
        ("Please check the details:\n\n{details}\n\nMay I confirm?", "These are the details:\n\n{details}\n\nDo you confirm?"),
    ),
    "booked": Phrase(
        ("All set, you're booked! ✅\n\n{details}", "Done, your appointment is booked! ✅\n\n{details}"),
        ("Your appointment is booked. ✅\n\n{details}", "Done, the appointment is booked. ✅\n\n{details}"),
    ),
    "moved": Phrase(
        ("All set, it's been moved! ✅\n\n{details}\n\nThe earlier time is free again: {before}.",),
        ("Your appointment has been rescheduled. ✅\n\n{details}\n\nThe earlier time has been released: {before}.",),
    ),
    "not_confirmed": Phrase(
        (
            "No problem, I haven't booked anything yet. Would you like another time or shall we stop here?",
            "That's fine, nothing was booked. Another time, or shall we leave it for later?",
        ),
        (
            "No problem, nothing has been booked. Would you like to see another time or stop here?",
            "Certainly, nothing has been booked. Would you prefer another time or shall we leave it for later?",
        ),
    ),
    "ask_yes_no": Phrase(
        ("Shall I confirm, then? Just reply *yes* or *no*.", "I just need your *yes* to confirm (or *no*, to change it)."),
        ("May I confirm? Please reply *yes* or *no*.", "I only need your *yes* to confirm, or *no* to change it."),
    ),
    "gave_up": Phrase(
        ("All right, I've stopped here and didn't book anything. Write whenever you like. 😊", "No problem! I've let it go. If you change your mind, just write."),
        ("Certainly, I have stopped here and nothing was booked. I remain at your disposal.", "No problem, nothing was booked. I am here whenever you wish."),
    ),
    "kept": Phrase(
        ("Agreed, your appointment stays as it is: {visit}.", "Right, I haven't changed anything. You're still booked: {visit}."),
        ("Very well, your appointment stays as it is: {visit}.", "Certainly, nothing has been changed. It remains: {visit}."),
    ),
    # visits already booked
    "no_visits": Phrase(
        ("I couldn't find any upcoming appointments for this number.", "There's nothing booked for this number at the moment."),
        ("I could not find any upcoming appointments for this number.", "At the moment there is nothing booked for this number."),
    ),
    "your_visit": Phrase(
        ("You have an appointment: {visit}.", "You're booked: {visit}."),
        ("There is one appointment: {visit}.", "You have an appointment: {visit}."),
    ),
    "your_visits": Phrase(
        ("Your upcoming appointments:\n{visits}", "You have these appointments:\n{visits}"),
        ("Upcoming appointments:\n{visits}", "These are the appointments booked:\n{visits}"),
    ),
    "which_visit_cancel": both("Which one would you like to cancel?", "Which appointment shall we cancel?"),
    "which_visit_move": both("Which one shall we reschedule?", "Which appointment would you like to reschedule?"),
    "moving": Phrase(
        ("Let's reschedule: {visit}.", "Sure, I'll help you change it: {visit}."),
        ("Let us reschedule: {visit}.", "Certainly, let us change it: {visit}."),
    ),
    "move_by_team": both(
        "{service} is no longer booked through this channel, so our team has to move it. Shall I call someone?",
        "To reschedule {service}, I need our team's help. Shall I call someone?",
    ),
    "ask_cancel": Phrase(
        ("Do you really want to cancel {visit}?", "Just to be sure: shall I cancel {visit}?"),
        ("Do you confirm the cancellation of {visit}?", "Please confirm the cancellation: {visit}?"),
    ),
    "notice_rule": Phrase(
        ("No problem: just let us know {hours} in advance.", "Sure you can: we only ask you to tell us {hours} in advance."),
        ("No problem: we ask for notice {hours} in advance.", "Certainly, with notice {hours} in advance."),
    ),
    "late_cancel": both(
        "Our policy asks for notice {hours} in advance.",
        "We ask that cancellations be made {hours} in advance.",
    ),
    "cancelled": Phrase(
        ("Done, I've cancelled it: {visit}. If you'd like another day, just say so.", "Cancelled: {visit}. Whenever you want to book again, just write."),
        ("Your appointment has been cancelled: {visit}. Should you wish another date, I am at your disposal.", "Done, it has been cancelled: {visit}. Whenever you wish to book again, I am at your disposal."),
    ),
    "presence": Phrase(
        ("You're confirmed! ✅ We'll be waiting for you: {visit}.", "Confirmed! ✅ See you then: {visit}."),
        ("Your attendance is confirmed. ✅ We look forward to seeing you: {visit}.", "Confirmed. ✅ See you then: {visit}."),
    ),
    "visit_gone": both("That appointment is no longer on our schedule.", "I can't find that appointment any more."),
    # when we cannot help
    "did_not_understand": Phrase(
        (
            "Sorry, I didn't quite get that. Could you put it another way?",
            "Hmm, I missed that. Could you say it in other words?",
            "I didn't understand that one. I can book, reschedule or cancel appointments and answer questions about the clinic.",
        ),
        (
            "I am sorry, I did not understand. Could you please put it another way?",
            "Excuse me, I did not understand. Could you please say it in other words?",
            "I did not understand. I can book, reschedule or cancel appointments and answer questions about the clinic.",
        ),
    ),
    "did_you_mean": Phrase(
        ("I'm not sure I understood. Would you like to {first} or {second}?", "Just to get it right: {first} or {second}?"),
        ("I am not sure I understood. Would you like to {first} or {second}?", "To be certain: would you like to {first} or {second}?"),
    ),
    "is_it_this": Phrase(
        ("Just to be sure: would you like to {wish}?", "Did I get it right? Would you like to {wish}?"),
        ("To be certain: would you like to {wish}?", "Did I understand correctly? Would you like to {wish}?"),
    ),
    "say_it_otherwise": Phrase(
        ("All right! Could you tell me in other words what you need?", "OK. Could you put it another way?"),
        ("Certainly. Could you please put it in other words?", "Of course. How may I help you, then?"),
    ),
    "calling_person": Phrase(
        ("I'll call someone from our team to continue with you here. 🙋", "I've told our team: someone will reply to you here. 🙋"),
        ("I will call someone from our team to continue with you here.", "Our team has been notified and someone will reply to you here."),
    ),
    "person_when_open": both(
        "Our team is back {opening}; as soon as we open, someone will reply.",
        "The team replies from {opening}.",
    ),
    "already_called": Phrase(
        ("Our team has been told and will reply here. Meanwhile, I can help with appointments and information.", "Someone from our team already knows. If you like, I can get started: book, reschedule or answer questions?"),
        ("Our team has been notified and will reply here. Meanwhile, I can help with appointments and information.", "Our team is already aware. If you wish, I can help with appointments and information meanwhile."),
    ),
    "emergency": both("⚠️ This could be an emergency. Call an ambulance now (SAMU): 192.\n\n{clinic_text}"),
    "self_harm": Phrase(
        ("⚠️ I'm so sorry you're going through this. You're not alone: call 188 (CVV, 24 hours, free) and, if you're in immediate danger, 192 (SAMU, ambulance).\n\n{clinic_text}",),
        ("⚠️ I am very sorry you are going through this. You do not have to face it alone: call 188 (CVV, 24 hours, free) and, in immediate danger, 192 (SAMU, ambulance).\n\n{clinic_text}",),
    ),
    "team_told": both("I've also told our team.", "Our team has been told as well."),
    "medical_advice": Phrase(
        (
            "Only a health professional can assess that; I can't give medical advice here. I can book a consultation or call our team, which do you prefer?",
            "I'm the virtual assistant and can't advise on symptoms, medicines or results. Would you like to book a consultation or talk to our team?",
        ),
        (
            "Only a health professional can assess that; I cannot give medical advice through this channel. Would you like to book a consultation or talk to our team?",
            "I am the virtual assistant and cannot advise on symptoms, medicines or results. Would you like to book a consultation or talk to our team?",
        ),
    ),
    "fitting_visit": both("If you like, I can book {service}.", "I can book {service} for you."),
    "if_worse": both(
        "If it gets worse or seems serious, go to an emergency room or call 192 (SAMU).",
        "If the symptoms are strong or get worse, please go to an emergency room or call 192 (SAMU).",
    ),
    "advice_refused": both(
        "Only a health professional can advise on symptoms, medicines or results; I can't give medical advice here.",
        "I can't advise on symptoms or medicines here; please take this question to the health professional at your visit.",
    ),
    "complaint": Phrase(
        ("I'm really sorry about that, and thank you for telling us. I'll pass you on right now to someone who can take care of it.", "I apologize for what happened. I'm calling someone from our team to sort it out with you."),
        ("We are sorry about what happened and thank you for telling us. I will pass it on to our team right now.", "We apologize for what happened. Someone from our team will take care of it."),
    ),
    "opted_out": Phrase(
        ("All right, I won't send any more notices or reminders to this number. If you need anything, just write.",),
        ("Certainly, this number will receive no more notices or reminders. Should you need anything, please write.",),
    ),
    "data_request": Phrase(
        ("I've received your request about your personal data (LGPD). I've passed it on to the person in charge, who replies within 15 days.",),
        ("Your request about personal data (LGPD) has been received and passed on to the person in charge, who replies within 15 days.",),
    ),
    "out_of_scope": Phrase(
        (
            "I can't help with that, but I can book, reschedule or cancel appointments and answer questions about the clinic.",
            "That's beyond what I can do here. I can help with appointments and information about the clinic.",
        ),
        (
            "That is beyond what I can do, but I can book, reschedule or cancel appointments and inform you about the clinic.",
            "I cannot help with that. I am at your disposal for appointments and information about the clinic.",
        ),
    ),
    "cannot_read": Phrase(
        ("I got {what}, but I can only read text here. Could you write it to me? Our team will see it too.", "I can't open {what} yet. Could you write what you need? I've left it for our team to see as well."),
        ("I received {what}, but I can only read text here. Could you please write it? Our team will see it too.", "I cannot open {what} yet. Could you please write what you need? Our team will have access to it too."),
    ),
    "not_read_either": both(
        "I also got {what}, which I can't open: if it holds something important, could you write it? Our team will see it too.",
        "As for {what}, I can't open it yet; if it matters, please tell me in writing. Our team will see it too.",
    ),
    "ask_the_team": Phrase(
        ("I don't have that information here. Would you like me to call someone from our team?", "I couldn't tell you that. Shall I call someone from our team?"),
        ("I do not have that information. Would you like me to call someone from our team?", "I am unable to tell. May I call someone from our team?"),
    ),
    "once_more": both("As I said: ", "Once more, to be clear: ", "Just to repeat: "),
    "back_to_it": both("Back to your appointment:", "And about your appointment:", "Picking up where we left off:"),
    # languages
    "were_booking": both("We were booking {what}.", "We had been booking {what}."),
    "were_moving": both("We were rescheduling {what}.", "We had been rescheduling {what}."),
    "were_cancelling": both("We were about to cancel {what}.", "It was still open whether to cancel {what}."),
    "go_on_or_anew": both(
        "Would you like to go on from where we were, or start over?",
        "Shall we go on from there, or would you rather start over?",
    ),
    "come_back": both("Would you like to go on booking {what}?", "Shall we get back to booking {what}?"),
    "this_language": Phrase(
        ("Of course, we can talk in English! How can I help you?", "Sure! Let's go on in English. What can I do for you?"),
        ("Certainly, we can talk in English. How may I help you?", "Of course. Let us continue in English. How may I help?"),
    ),
    "in_this_language": both("Sure, let's go on in English."),
    "not_that_language": Phrase(
        ("I'm sorry, I can only chat in {languages} here. If you prefer, I can call someone from our team.",),
        ("I am sorry, I can only chat in {languages} here. If you prefer, I can call someone from our team.",),
    ),
}  # fmt: skip

FRAGMENTS = Fragments(
    who=" I'm {name}, the virtual assistant at {clinic}.",
    visit="{service} with {professional}, {moment}, for {patient}",
    with_whom=" with {professional}",
    also_performed="We also have: {services}.",
    not_an_office_day="we don't open on {weekday}s",
    sees_patients="{professional} sees patients {day}, {hours}.",
    sees_nobody="{professional} doesn't see patients {day}.",
    from_to="from {start} to {end}",
    opening="Our opening hours:\n{lines}",
    open_that_day="{day} we're open, yes.",
    closed_that_day="{day} we're closed ({why}).",
    open_now="We're open now.",
    closed_now="We're closed right now.",
    closed="closed",
    price_of="{service}: {price} for private patients.",
    prices="Prices for private patients:\n{lines}",
    plan_refused="At the moment we don't take {plan}.{others} We also see private patients.",
    other_plans=" We take {plans}.",
    private_taken="Yes, we see private patients.",
    costs=" {service}: {price}.",
    plan_taken="Yes, we take {plan}.",
    plan_taken_for="Yes, we take {plan} for {service}.",
    plan_not_for="We take {plan}, but not for {service}.",
    private_price=" Private price: {price}.",
    plans="Health plans we take: {plans}.",
    plans_for="Health plans we take for {service}: {plans}.",
    private_only="We only see private patients.",
    accepted="We take {plans}. ",
    address="We're at: {address}.",
    directions="How to get here: {text}",
    parking="Parking: {text}",
    accessibility="Accessibility: {text}",
    map="Map: {url}",
    phone="Phone: {phones}",
    their_hours="\nHours:\n{lines}",
    team="Our team:\n{lines}",
    preparation_of="How to prepare for {service}: {text}",
    no_preparation="no special preparation is needed.",
    preparations="How to prepare:\n{lines}",
    performed="Yes, we do {service}.",
    performed_for=" Private price: {price}.",
    services="What we offer:\n{lines}",
    payment="Ways to pay:\n{lines}",
    discount="{discount} discount",
    seen_by="👤 with {professional}",
    patient="🙋 Patient: {name}",
    on_plan="💳 Health plan: {plan}",
    private="💳 Private",
    private_at="💳 Private: {price}",
    where="📍 {address}",
    a_visit="a visit",
    at_moment="{what}, {moment}",
    preparation="How to prepare: {text}",
)
LABELS = Labels(
    book="Book a time",
    book_visit="Book a consultation",
    visits="My appointments",
    human="Talk to our team",
    private="Private (no plan)",
    other_person="Someone else",
    other_day="Another day",
    other_time="Another time",
    confirm="Confirm",
    give_up="Never mind",
    stop_here="Stop here",
    not_now="Not now",
    no_thanks="No, thank you",
    move="Reschedule",
    cancel="Cancel",
    cancel_yes="Yes, cancel it",
    cancel_no="No, keep it",
    see_options="See options",
    see_plans="See health plans",
    see_services="See services",
    see_times="See times",
    see_visits="See appointments",
    answer="Reply",
    yes="Yes",
    no="No",
    other_thing="Something else",
    whoever="Anyone is fine",
    other_plan="Another plan",
    has_plan="I have a plan",
    go_on="Go on",
    start_over="Start over",
)
WISHES = {
    "book": "book a time",
    "availability": "see free times",
    "reschedule": "reschedule",
    "cancel": "cancel an appointment",
    "check_appointment": "see your appointments",
    "services": "see what we offer",
    "price": "ask about prices",
    "insurance": "ask about health plans",
    "hours": "know our hours",
    "location": "know the address",
    "professionals": "meet our team",
    "preparation": "know how to prepare",
    "results": "ask about results",
    "payment": "know the ways to pay",
    "human": "talk to our team",
    "confirm": "confirm that you will come",
    "medical_advice": "ask a health question",
    "complaint": "make a complaint",
    "opt_out": "stop getting notices",
    "data_request": "ask about your data",
}
TOPICS = {
    "book": "Book a time",
    "availability": "Free times",
    "reschedule": "Reschedule",
    "cancel": "Cancel",
    "check_appointment": "My appointments",
    "services": "Services",
    "price": "Prices",
    "insurance": "Health plans",
    "hours": "Opening hours",
    "location": "Address",
    "professionals": "Our team",
    "preparation": "How to prepare",
    "results": "Results",
    "payment": "Ways to pay",
    "human": "Talk to our team",
    "confirm": "Confirm attendance",
    "medical_advice": "Health question",
    "complaint": "Complaint",
    "opt_out": "Stop notices",
    "data_request": "My data",
}
WORDLESS = {
    "audio": "your voice message",
    "image": "your picture",
    "video": "your video",
    "document": "your document",
    "sticker": "your sticker",
    "location": "your location",
    "contacts": "the contact",
    "unsupported": "this message",
    "unknown": "this message",
}

ENGLISH = Book(
    sentences=SENTENCES,
    fragments=FRAGMENTS,
    labels=LABELS,
    wishes=WISHES,
    topics=TOPICS,
    wordless=WORDLESS,
    languages={"pt": "Portuguese", "en": "English", "es": "Spanish"},
    holidays=ENGLISH_HOLIDAYS,
)
