"""What the receptionist says in Latin American Spanish: informal is "tú", formal is "usted"."""

from __future__ import annotations

from atendeai.conversation.phrases.book import Book, Fragments, Labels, Phrase, Sentences, both
from atendeai.conversation.phrases.holidays import SPANISH_HOLIDAYS

SENTENCES: Sentences = {
    # greeting and closing
    "introduce": Phrase(
        (
            "{hello} Soy {name}, asistente virtual de {clinic}. ¿Cómo puedo ayudarte? 😊",
            "{hello} Te habla {name}, asistente virtual de {clinic}. ¿En qué puedo ayudarte? 😊",
        ),
        (
            "{hello} Soy {name}, asistente virtual de {clinic}. ¿En qué puedo ayudarle?",
            "{hello} Le habla {name}, asistente virtual de {clinic}. ¿Cómo puedo ayudarle?",
        ),
    ),
    "closed_now": Phrase(
        ("La clínica está cerrada en este momento, pero por aquí sigo agendando citas y respondiendo dudas.", "Nuestro equipo ya se fue a casa, pero yo sigo por aquí para agendar citas y responder dudas."),
        ("La clínica está cerrada en este momento, pero por este medio sigo agendando citas y respondiendo consultas.", "Nuestro equipo no está en este horario; por aquí sigo a su disposición para citas y consultas."),
    ),
    "hello_again": Phrase(
        ("{hello} ¡Qué bueno hablar contigo de nuevo! ¿En qué puedo ayudarte?", "{hello} ¿Cómo puedo ayudarte ahora?"),
        ("{hello} ¿En qué puedo ayudarle?", "{hello} Estoy a su disposición. ¿Cómo puedo ayudarle?"),
    ),
    "farewell": Phrase(
        ("¡Hasta luego! Cualquier cosa, escríbeme. 👋", "¡Chao! Cuando lo necesites, aquí estoy. 👋"),
        ("Hasta luego. Quedo a su disposición.", "Hasta pronto. Cuando lo necesite, estamos a su disposición."),
    ),
    "welcome": Phrase(
        ("¡De nada! Si necesitas algo más, escríbeme. 😊", "¡Con gusto! Aquí estoy. 😊"),
        ("De nada. Quedo a su disposición.", "Con gusto. Si necesita algo más, estoy a su disposición."),
    ),
    "anything_else": Phrase(
        ("¿Puedo ayudarte en algo más?", "¿Necesitas algo más?"),
        ("¿Puedo ayudarle en algo más?", "¿Necesita algo más?"),
    ),
    "who_i_am": Phrase(
        ("Soy {name}, asistente virtual de {clinic}. Si prefieres hablar con una persona, solo pídelo.", "Te habla {name}, la asistente virtual de {clinic}. Cuando quieras hablar con alguien del equipo, solo dilo."),
        ("Soy {name}, asistente virtual de {clinic}. Si prefiere hablar con una persona, basta con pedirlo.", "Le habla {name}, la asistente virtual de {clinic}. Si desea hablar con alguien del equipo, basta con decirlo."),
    ),
    "offer_booking": Phrase(
        ("¿Quieres que te agende un horario?", "¿Te agendo una cita?"),
        ("¿Desea agendar un horario?", "¿Puedo agendarle un horario?"),
    ),
    "at_your_service": Phrase(
        ("¡Claro! Cuéntame: ¿qué necesitas?", "Dime, ¿en qué puedo ayudarte?"),
        ("Con gusto. ¿Qué desea?", "Claro, ¿en qué puedo ayudarle?"),
    ),
    "stale_option": Phrase(
        ("Esa opción ya no está disponible. ¿Qué quieres hacer ahora?", "Esa opción era de una conversación anterior. ¿En qué puedo ayudarte ahora?"),
        ("Esa opción ya no está disponible. ¿Qué desea hacer?", "Esa opción era de una conversación anterior. ¿En qué puedo ayudarle ahora?"),
    ),
    # service
    "ask_service": Phrase(
        (
            "¡Vamos a agendar! ¿Qué atención buscas?",
            "¡Muy bien! ¿Qué consulta o examen quieres agendar?",
            "Dime, por favor: ¿qué consulta o examen necesitas?",
        ),
        (
            "Con gusto. ¿Qué atención desea agendar?",
            "Muy bien. ¿Qué consulta o examen desea?",
            "Por favor, ¿qué consulta o examen desea agendar?",
        ),
    ),
    "which_service": Phrase(
        ("Tenemos más de una opción. ¿Cuál quieres?", "¿Cuál de estas opciones es la que buscas?"),
        ("Tenemos más de una opción. ¿Cuál desea?", "¿Cuál de estas opciones desea agendar?"),
    ),
    "service_gone": both(
        "Esa atención ya no se puede agendar por aquí. ¿Elegimos otra?",
        "Lo siento, esa atención salió de nuestra agenda. Puedo ofrecer otra.",
    ),
    "professional_gone": both(
        "Ese profesional ya no está en nuestra agenda.",
        "Hubo un cambio en nuestro equipo: ese profesional ya no atiende aquí.",
    ),
    "not_performed_by": both(
        "{professional_start} no realiza {service} aquí en la clínica. Se puede hacer con: {performers}.",
        "Aquí en la clínica, {service} no es con {professional}. Atienden: {performers}.",
    ),
    "no_new_patients": both(
        "Por el momento {professional} no está recibiendo pacientes nuevos.",
        "{professional_start} no tiene cupos para primera consulta por el momento.",
    ),
    # date and time
    "offer": Phrase(
        (
            "Para {service}{with_whom}, tengo estos horarios. ¿Cuál te queda mejor?",
            "Mira lo que tengo libre para {service}{with_whom}. ¿Cuál prefieres?",
            "{service}{with_whom}: estos son los horarios libres. ¿Cuál te sirve?",
        ),
        (
            "Para {service}{with_whom}, tenemos estos horarios. ¿Cuál prefiere?",
            "Estos son los horarios disponibles para {service}{with_whom}. ¿Cuál le conviene más?",
            "{service}{with_whom}: tenemos los siguientes horarios. ¿Cuál prefiere?",
        ),
    ),
    "offer_hint": Phrase(
        ("Si ninguno te sirve, dime el día o el momento del día que prefieres.", "Si prefieres otro día, solo dilo."),
        ("Si ninguno le conviene, indique el día o el momento del día de su preferencia.", "Si prefiere otra fecha, basta con decirlo."),
    ),
    "not_then": both(
        "Lamentablemente no tengo nada libre {wish}. Lo más cercano que encontré:",
        "{wish_start} ya no tengo cupo. Lo más cercano que tengo:",
    ),
    "closed_then": both(
        "{day} no atendemos: {why}. Lo más cercano que tengo:",
        "{day} la clínica no atiende ({why}). Esto es lo más cercano que tengo:",
    ),
    "not_that_day": both(
        "{day_start} no tenemos agenda de {service}. Lo más cercano que tengo:",
        "No hay agenda de {service} {day}. Estos son los horarios más cercanos:",
    ),
    "absent_then": both(
        "{day_start} {professional} no atiende. Lo más cercano que tengo:",
        "{professional_start} no atiende {day}. Estos son los horarios más cercanos:",
    ),
    "too_soon": both(
        "Para agendar por aquí necesito al menos {hours} de anticipación. Lo más cercano que tengo:",
        "Por aquí solo puedo agendar con {hours} de anticipación. Los primeros horarios son estos:",
    ),
    "too_far": both(
        "Nuestra agenda abre con hasta {days} días de anticipación. Hasta entonces tengo estos horarios:",
        "Todavía no abrimos la agenda para esa fecha (llega hasta {days} días adelante). Esto es lo que tengo:",
    ),
    "past_date": both(
        "Esa fecha ya pasó. Los próximos horarios son estos:",
        "Esa fecha ya quedó atrás. Estos son los próximos horarios:",
    ),
    "nothing_free": Phrase(
        (
            "No encontré horario libre para {service}{with_whom} en los próximos {days} días. ¿Llamo a alguien del equipo para ayudarte?",
            "Uy, {service}{with_whom} no tiene cupos en los próximos {days} días. ¿Quieres que llame a alguien del equipo?",
        ),
        (
            "No encontré horario disponible para {service}{with_whom} en los próximos {days} días. ¿Desea que llame a alguien del equipo?",
            "Por el momento {service}{with_whom} no tiene cupos en los próximos {days} días. ¿Puedo pasar su caso al equipo?",
        ),
    ),
    "slot_taken": Phrase(
        (
            "Uy, ese horario se acaba de ocupar. 😕 Pero tengo estos, muy cercanos:",
            "¡Lo siento! Alguien acaba de tomar ese horario. Lo más cercano que tengo:",
        ),
        (
            "Le pido disculpas: ese horario se acaba de ocupar. Tenemos estos, muy cercanos:",
            "Lo lamento, ese horario se ocupó en este instante. Los más cercanos son:",
        ),
    ),
    "slot_gone": both(
        "Ese horario ya no está disponible. Lo más cercano que tengo:",
        "Ese horario ya salió de la agenda. Los más cercanos son:",
    ),
    "still_free": both("Ese horario todavía está libre.", "Ya lo revisé: el horario sigue libre."),
    "patient_busy": both(
        "A esa hora ya hay otra cita para la misma persona. Lo más cercano que tengo:",
        "Ese horario coincide con otra cita ya agendada. Los más cercanos son:",
    ),
    "ask_date": Phrase(
        ("¿Para qué día quieres la cita?", "¿Qué día te queda bien?", "Dime el día o el momento del día que prefieres."),
        ("¿Para qué día desea la cita?", "¿Qué día le conviene más?", "Por favor, indique el día o el momento del día de su preferencia."),
    ),
    "noted": both("¡Anotado!", "Queda anotado."),
    "pick_one": Phrase(
        (
            "¿Cuál de estos horarios prefieres? Puedes responder con el número.",
            "Dime cuál de los horarios: basta el número, o dime otro día.",
        ),
        (
            "¿Cuál de estos horarios prefiere? Puede responder con el número.",
            "Por favor, indique uno de los horarios por su número, o diga otro día.",
        ),
    ),
    # the last details
    "ask_name": Phrase(
        (
            "¡Muy bien, {slot}! ¿Cuál es el nombre completo de quien se va a atender?",
            "Perfecto, aparté este horario: {slot}. ¿Me dices el nombre completo del paciente, por favor?",
        ),
        (
            "Muy bien, {slot}. ¿Cuál es el nombre completo del paciente, por favor?",
            "Aparté este horario: {slot}. Por favor, ¿el nombre completo del paciente?",
        ),
    ),
    "ask_name_again": Phrase(
        ("¿Cuál es el nombre completo del paciente?", "¿Me dices solo el nombre y el apellido de quien se va a atender?"),
        ("¿Cuál es el nombre completo del paciente?", "Por favor, ¿nombre y apellido del paciente?"),
    ),
    "ask_surname": Phrase(
        ("¡Gracias! ¿Y el apellido de {name}?", "¿Me dices también el apellido de {name}?"),
        ("Gracias. ¿Y el apellido de {name}, por favor?", "¿Podría indicar también el apellido de {name}?"),
    ),
    "ask_whose": both("{slot_start}. ¿La cita es para {name}?", "Aparté este horario: {slot}. ¿Es para {name}?"),
    "two_visits": both(
        "De acuerdo, una por vez: primero para {first}, después para {second}.",
        "Bien, vamos una a una: ahora para {first} y enseguida para {second}.",
    ),
    "next_person": both("Ahora vamos a agendar para {second}.", "Falta agendar para {second}."),
    "ask_usual": both("¿Con {professional}, como la última vez?", "¿Otra vez con {professional}?"),
    "ask_same_plan": both("¿Sigue con {plan}?", "¿Será por {plan}, como la última vez?"),
    "ask_same_private": both("¿Será particular, como la última vez?", "¿La atención sigue siendo particular?"),
    "ask_insurance": Phrase(
        ("¿Va a ser particular o con seguro médico?", "¿Es particular o con seguro? Si es con seguro, ¿cuál?"),
        ("¿Será particular o con seguro médico?", "¿La atención es particular o con seguro? Si es con seguro, ¿cuál?"),
    ),
    "insurance_not_accepted": both(
        "Para {service} no atendemos {plan}. {accepted}¿Seguimos como particular{price}?",
        "{plan} no cubre {service} aquí en la clínica. {accepted}¿Seguimos como particular{price}?",
    ),
    "summary": Phrase(
        ("Revísalo, por favor:\n\n{details}\n\n¿Puedo confirmar?", "Quedó así:\n\n{details}\n\n¿Confirmo?"),
        ("Por favor, revise los datos:\n\n{details}\n\n¿Puedo confirmar?", "Estos son los datos:\n\n{details}\n\n¿Confirma?"),
    ),
    "booked": Phrase(
        ("¡Listo, tu cita está agendada! ✅\n\n{details}", "¡Todo listo, cita agendada! ✅\n\n{details}"),
        ("Su cita está agendada. ✅\n\n{details}", "Listo, la cita quedó agendada. ✅\n\n{details}"),
    ),
    "moved": Phrase(
        ("¡Listo, cambiamos tu cita! ✅\n\n{details}\n\nEl horario anterior quedó libre: {before}.",),
        ("Su cita fue reprogramada. ✅\n\n{details}\n\nEl horario anterior quedó libre: {before}.",),
    ),
    "not_confirmed": Phrase(
        (
            "No hay problema, todavía no agendé nada. ¿Quieres ver otro horario o prefieres dejarlo aquí?",
            "Está bien, no se agendó nada. ¿Prefieres otro horario o lo dejamos para después?",
        ),
        (
            "No hay problema, no se agendó nada. ¿Desea ver otro horario o prefiere dejarlo aquí?",
            "Muy bien, no se agendó nada. ¿Prefiere otro horario o lo dejamos para después?",
        ),
    ),
    "ask_yes_no": Phrase(
        ("¿Confirmo entonces? Solo responde *sí* o *no*.", "Solo necesito tu *sí* para confirmar (o *no*, para cambiar)."),
        ("¿Puedo confirmar? Por favor, responda *sí* o *no*.", "Solo necesito su *sí* para confirmar, o *no* para cambiar."),
    ),
    "gave_up": Phrase(
        ("Está bien, lo dejé aquí y no agendé nada. Cuando quieras, escríbeme. 😊", "¡No hay problema! Lo dejamos así. Si cambias de idea, escríbeme."),
        ("Muy bien, lo dejamos aquí y no se agendó nada. Quedo a su disposición.", "No hay problema, no se agendó nada. Cuando desee, estoy a su disposición."),
    ),
    "kept": Phrase(
        ("De acuerdo, tu cita sigue en pie: {visit}.", "Bien, no cambié nada. Sigue agendada: {visit}."),
        ("De acuerdo, su cita se mantiene: {visit}.", "Muy bien, no se cambió nada. Se mantiene: {visit}."),
    ),
    # visits already booked
    "no_visits": Phrase(
        ("No encontré ninguna cita futura con este número.", "No hay nada agendado con este número por el momento."),
        ("No encontré citas futuras con este número.", "Por el momento no hay nada agendado con este número."),
    ),
    "your_visit": Phrase(
        ("Tienes una cita: {visit}.", "Está agendada: {visit}."),
        ("Hay una cita: {visit}.", "Está agendada: {visit}."),
    ),
    "your_visits": Phrase(
        ("Tus próximas citas:\n{visits}", "Tienes estas citas agendadas:\n{visits}"),
        ("Próximas citas:\n{visits}", "Estas citas están agendadas:\n{visits}"),
    ),
    "which_visit_cancel": both("¿Cuál hay que cancelar?", "¿Qué cita vamos a cancelar?"),
    "which_visit_move": both("¿Cuál vamos a cambiar?", "¿Qué cita hay que cambiar?"),
    "moving": Phrase(
        ("Vamos a cambiarla: {visit}.", "Claro, te ayudo a cambiarla: {visit}."),
        ("Vamos a reprogramar: {visit}.", "Con gusto, vamos a cambiarla: {visit}."),
    ),
    "move_by_team": both(
        "{service} ya no está en la agenda de este canal, así que el cambio lo hace el equipo. ¿Llamo a alguien?",
        "Para cambiar {service}, necesito la ayuda del equipo. ¿Llamo a alguien?",
    ),
    "ask_cancel": Phrase(
        ("¿De verdad quieres cancelar {visit}?", "Solo para confirmar: ¿cancelo {visit}?"),
        ("¿Confirma la cancelación de {visit}?", "Por favor, confirme la cancelación: ¿{visit}?"),
    ),
    "notice_rule": Phrase(
        ("No hay problema: solo avísanos con {hours} de anticipación.", "Claro que sí: solo pedimos que nos avises con {hours} de anticipación."),
        ("No hay problema: pedimos aviso con {hours} de anticipación.", "Es posible, con aviso de {hours} de anticipación."),
    ),
    "late_cancel": both(
        "Nuestra política pide aviso con {hours} de anticipación.",
        "Pedimos que las cancelaciones se avisen con {hours} de anticipación.",
    ),
    "cancelled": Phrase(
        ("Listo, la cancelé: {visit}. Si quieres otro día, solo dilo.", "Cancelada: {visit}. Cuando quieras agendar de nuevo, escríbeme."),
        ("Su cita fue cancelada: {visit}. Si desea otra fecha, estoy a su disposición.", "Listo, fue cancelada: {visit}. Cuando desee agendar de nuevo, estoy a su disposición."),
    ),
    "presence": Phrase(
        ("¡Asistencia confirmada! ✅ Te esperamos: {visit}.", "¡Confirmado! ✅ Nos vemos: {visit}."),
        ("Asistencia confirmada. ✅ Le esperamos: {visit}.", "Confirmado. ✅ Hasta entonces: {visit}."),
    ),
    "visit_gone": both("Esa cita ya no existe en nuestra agenda.", "Ya no encontré esa cita."),
    # when we cannot help
    "did_not_understand": Phrase(
        (
            "Disculpa, no entendí bien. ¿Me lo puedes decir de otra forma?",
            "Mmm, no lo entendí. ¿Puedes explicarlo con otras palabras?",
            "Eso no lo entendí. Puedo agendar, cambiar o cancelar citas y responder dudas sobre la clínica.",
        ),
        (
            "Disculpe, no entendí. ¿Podría decirlo de otra forma?",
            "Perdón, no comprendí. ¿Podría explicarlo con otras palabras?",
            "No comprendí. Puedo agendar, cambiar o cancelar citas y responder consultas sobre la clínica.",
        ),
    ),
    "did_you_mean": Phrase(
        ("No sé si entendí bien. ¿Quieres {first} o {second}?", "Solo para acertar: ¿{first} o {second}?"),
        ("No sé si comprendí bien. ¿Desea {first} o {second}?", "Para no equivocarme: ¿desea {first} o {second}?"),
    ),
    "is_it_this": Phrase(
        ("Solo para confirmar: ¿quieres {wish}?", "¿Entendí bien? ¿Quieres {wish}?"),
        ("Para confirmar: ¿desea {wish}?", "¿Comprendí bien? ¿Desea {wish}?"),
    ),
    "say_it_otherwise": Phrase(
        ("¡De acuerdo! ¿Me cuentas con otras palabras qué necesitas?", "Bien. ¿Me lo dices de otra manera, por favor?"),
        ("De acuerdo. ¿Podría decirlo con otras palabras?", "Bien. ¿En qué puedo ayudarle, entonces?"),
    ),
    "calling_person": Phrase(
        ("Voy a llamar a alguien de nuestro equipo para que siga contigo por aquí. 🙋", "Ya avisé al equipo: una persona te va a responder por aquí. 🙋"),
        ("Voy a llamar a alguien de nuestro equipo para que continúe la atención.", "El equipo ya fue avisado y una persona le responderá por aquí."),
    ),
    "person_when_open": both(
        "Nuestro equipo atiende {opening}; apenas abramos, alguien responde.",
        "El equipo responde a partir de este horario: {opening}.",
    ),
    "already_called": Phrase(
        ("El equipo ya fue avisado y va a responder por aquí. Mientras tanto, puedo ayudarte con citas e información.", "Ya hay alguien del equipo avisado. Si quieres, voy adelantando: ¿agendar, cambiar o responder dudas?"),
        ("El equipo ya fue avisado y responderá por aquí. Mientras tanto, puedo ayudarle con citas e información.", "El equipo ya está al tanto. Si desea, puedo adelantar citas e información."),
    ),
    "emergency": Phrase(
        ("⚠️ Esto puede ser una emergencia. Llama ahora a la ambulancia (SAMU): 192.\n\n{clinic_text}",),
        ("⚠️ Esto puede ser una emergencia. Llame ahora a la ambulancia (SAMU): 192.\n\n{clinic_text}",),
    ),
    "self_harm": Phrase(
        ("⚠️ Siento mucho que estés pasando por esto. No estás solo ni sola: llama al 188 (CVV, 24 horas, gratis) y, si hay riesgo inmediato, al 192 (SAMU, ambulancia).\n\n{clinic_text}",),
        ("⚠️ Lamento mucho que esté pasando por esto. No tiene que enfrentarlo a solas: llame al 188 (CVV, 24 horas, gratis) y, si hay riesgo inmediato, al 192 (SAMU, ambulancia).\n\n{clinic_text}",),
    ),
    "team_told": both("También avisé a nuestro equipo.", "Nuestro equipo también ya fue avisado."),
    "medical_advice": Phrase(
        (
            "Esa evaluación solo la puede hacer un profesional de salud; por aquí no doy orientación médica. Puedo agendar una consulta o llamar al equipo, ¿qué prefieres?",
            "Soy la asistente virtual y no puedo orientar sobre síntomas, medicamentos o resultados. ¿Quieres agendar una consulta o hablar con el equipo?",
        ),
        (
            "Esa evaluación corresponde a un profesional de salud; por este canal no doy orientación médica. ¿Desea agendar una consulta o hablar con el equipo?",
            "Soy la asistente virtual y no puedo orientar sobre síntomas, medicamentos o resultados. ¿Desea agendar una consulta o hablar con el equipo?",
        ),
    ),
    "fitting_visit": Phrase(
        ("Si quieres, te agendo {service}.", "Puedo agendarte {service}."),
        ("Si desea, le agendo {service}.", "Puedo agendarle {service}."),
    ),
    "if_worse": both(
        "Si empeora o parece grave, acuda a urgencias o llame al 192 (SAMU).",
        "Si los síntomas son fuertes o empeoran, acuda a urgencias o llame al 192 (SAMU).",
    ),
    "advice_refused": both(
        "Sobre síntomas, medicamentos o resultados solo un profesional de salud puede orientar; por aquí no doy orientación médica.",
        "No puedo orientar sobre síntomas o medicamentos; esa duda es para el profesional de salud en la consulta.",
    ),
    "complaint": Phrase(
        ("Lo siento mucho, y gracias por contarlo. Ahora mismo paso tu caso a alguien del equipo.", "Te pido disculpas por lo ocurrido. Ya estoy llamando a una persona del equipo para resolverlo contigo."),
        ("Lamentamos lo ocurrido y agradecemos que nos lo cuente. Ahora mismo paso su caso a alguien del equipo.", "Le pedimos disculpas por lo ocurrido. Una persona del equipo se ocupará de su caso."),
    ),
    "opted_out": Phrase(
        ("Está bien, no envío más avisos ni recordatorios a este número. Si necesitas algo, solo escribe.",),
        ("Muy bien, este número no recibirá más avisos ni recordatorios. Si necesita algo, basta con escribir.",),
    ),
    "data_request": Phrase(
        ("Recibí tu solicitud sobre tus datos (LGPD). La pasé al responsable, que responde en un máximo de 15 días.",),
        ("Recibí su solicitud sobre datos personales (LGPD). Fue enviada al responsable, que responde en un máximo de 15 días.",),
    ),
    "out_of_scope": Phrase(
        (
            "Con ese tema no puedo ayudarte, pero puedo agendar, cambiar o cancelar citas y responder dudas sobre la clínica.",
            "Eso se sale de lo que sé hacer por aquí. Puedo ayudarte con citas e información de la clínica.",
        ),
        (
            "Ese tema está fuera de mi alcance, pero puedo agendar, cambiar o cancelar citas e informar sobre la clínica.",
            "No puedo ayudarle con ese tema. Estoy a su disposición para citas e información de la clínica.",
        ),
    ),
    "cannot_read": Phrase(
        ("Recibí {what}, pero por aquí solo puedo leer texto. ¿Me lo escribes? El equipo también lo va a ver.", "Todavía no puedo abrir {what}. ¿Me escribes lo que necesitas? Ya lo dejé para que el equipo lo vea también."),
        ("Recibí {what}, pero por aquí solo puedo leer texto. ¿Podría escribirlo? El equipo también lo verá.", "Todavía no puedo abrir {what}. ¿Podría escribir lo que necesita? El equipo también tendrá acceso."),
    ),
    "not_read_either": Phrase(
        ("También recibí {what}, pero no lo puedo abrir: si hay algo importante, ¿me lo escribes? El equipo también lo va a ver.", "Y {what} todavía no lo puedo abrir; si es importante, cuéntamelo por escrito. El equipo también lo va a ver."),
        ("También recibí {what}, pero no lo puedo abrir: si es importante, ¿podría escribirlo? El equipo también lo verá.", "En cuanto a {what}, todavía no lo puedo abrir; si es importante, escríbalo, por favor. El equipo también lo verá."),
    ),
    "ask_the_team": Phrase(
        ("No tengo esa información por aquí. ¿Quieres que llame a alguien del equipo?", "Eso no lo sé. ¿Llamo a alguien del equipo?"),
        ("No tengo esa información. ¿Desea que llame a alguien del equipo?", "No dispongo de ese dato. ¿Puedo llamar a alguien del equipo?"),
    ),
    "once_more": both("Repito: ", "Repito, para que quede claro: ", "Como dije: "),
    "back_to_it": both("Volviendo a la cita:", "Y sobre el horario:", "Seguimos donde quedamos:"),
    # languages
    "were_booking": both("Estábamos agendando {what}.", "Habíamos empezado a agendar {what}."),
    "were_moving": both("Estábamos cambiando {what}.", "Habíamos empezado a cambiar {what}."),
    "were_cancelling": both("Estábamos viendo la cancelación de {what}.", "Quedó pendiente la cancelación de {what}."),
    "go_on_or_anew": Phrase(
        ("¿Quieres continuar donde quedamos o empezar de nuevo?", "¿Seguimos donde quedamos o prefieres empezar de nuevo?"),
        ("¿Desea continuar donde quedamos o empezar de nuevo?", "¿Seguimos donde quedamos o prefiere empezar de nuevo?"),
    ),
    "come_back": Phrase(
        ("¿Quieres seguir agendando {what}?", "¿Volvemos a agendar {what}?"),
        ("¿Desea seguir agendando {what}?", "¿Retomamos la cita de {what}?"),
    ),
    "this_language": Phrase(
        ("¡Claro, podemos hablar en español! ¿En qué puedo ayudarte?", "¡Claro! Seguimos en español. ¿Cómo puedo ayudarte?"),
        ("Con gusto, podemos hablar en español. ¿En qué puedo ayudarle?", "Claro. Seguimos en español. ¿Cómo puedo ayudarle?"),
    ),
    "in_this_language": both("Claro, seguimos en español."),
    "not_that_language": Phrase(
        ("Disculpa, por aquí solo converso en {languages}. Si prefieres, llamo a alguien del equipo.",),
        ("Disculpe, por aquí solo converso en {languages}. Si prefiere, llamo a alguien del equipo.",),
    ),
}  # fmt: skip

FRAGMENTS = Fragments(
    who=" Soy {name}, asistente virtual de {clinic}.",
    visit="{service} con {professional}, {moment}, para {patient}",
    with_whom=" con {professional}",
    also_performed="También tenemos: {services}.",
    not_an_office_day="los {weekday} no abrimos",
    sees_patients="{professional} atiende {day}, {hours}.",
    sees_nobody="{professional} no atiende {day}.",
    from_to="de {start} a {end}",
    opening="Nuestro horario de atención:\n{lines}",
    open_that_day="{day} sí atendemos.",
    closed_that_day="{day} no atendemos ({why}).",
    open_now="En este momento estamos abiertos.",
    closed_now="En este momento estamos cerrados.",
    closed="cerrado",
    price_of="{service}: {price} como particular.",
    prices="Precios como particular:\n{lines}",
    plan_refused="Por el momento no atendemos {plan}.{others} También atendemos pacientes particulares.",
    other_plans=" Atendemos {plans}.",
    private_taken="Sí, atendemos pacientes particulares.",
    costs=" {service}: {price}.",
    plan_taken="Sí, atendemos {plan}.",
    plan_taken_for="Sí, atendemos {plan} para {service}.",
    plan_not_for="Atendemos {plan}, pero no para {service}.",
    private_price=" Como particular: {price}.",
    plans="Seguros que atendemos: {plans}.",
    plans_for="Seguros que atendemos para {service}: {plans}.",
    private_only="Solo atendemos pacientes particulares.",
    accepted="Atendemos {plans}. ",
    address="Estamos en: {address}.",
    directions="Cómo llegar: {text}",
    parking="Estacionamiento: {text}",
    accessibility="Accesibilidad: {text}",
    map="Mapa: {url}",
    phone="Teléfono: {phones}",
    their_hours="\nAtiende:\n{lines}",
    team="Nuestro equipo:\n{lines}",
    preparation_of="Preparación para {service}: {text}",
    no_preparation="no necesita preparación especial.",
    preparations="Indicaciones de preparación:\n{lines}",
    performed="Sí, hacemos {service}.",
    performed_for=" Precio como particular: {price}.",
    services="Lo que ofrecemos:\n{lines}",
    payment="Formas de pago:\n{lines}",
    discount="descuento de {discount}",
    seen_by="👤 con {professional}",
    patient="🙋 Paciente: {name}",
    on_plan="💳 Seguro: {plan}",
    private="💳 Particular",
    private_at="💳 Particular: {price}",
    where="📍 {address}",
    a_visit="una cita",
    at_moment="{what}, {moment}",
    preparation="Preparación: {text}",
)
LABELS = Labels(
    book="Agendar una cita",
    book_visit="Agendar una consulta",
    visits="Mis citas",
    human="Hablar con el equipo",
    private="Particular",
    other_person="Otra persona",
    other_day="Otro día",
    other_time="Otro horario",
    confirm="Confirmar",
    give_up="Dejarlo así",
    stop_here="Dejarlo aquí",
    not_now="Ahora no",
    no_thanks="No, gracias",
    move="Cambiar la cita",
    cancel="Cancelar",
    cancel_yes="Sí, cancelar",
    cancel_no="No, mantener",
    see_options="Ver opciones",
    see_plans="Ver seguros",
    see_services="Ver atenciones",
    see_times="Ver horarios",
    see_visits="Ver citas",
    answer="Responder",
    yes="Sí",
    no="No",
    other_thing="Otra cosa",
    whoever="Me da igual",
    other_plan="Otro seguro",
    has_plan="Tengo seguro",
    go_on="Continuar",
    start_over="Empezar de nuevo",
)
WISHES = {
    "book": "agendar una cita",
    "availability": "ver horarios libres",
    "reschedule": "cambiar una cita",
    "cancel": "cancelar una cita",
    "check_appointment": "ver las citas agendadas",
    "services": "saber qué atendemos",
    "price": "saber los precios",
    "insurance": "saber de seguros",
    "hours": "saber el horario",
    "location": "saber la dirección",
    "professionals": "conocer al equipo",
    "preparation": "saber la preparación",
    "results": "saber de resultados",
    "payment": "saber formas de pago",
    "human": "hablar con el equipo",
    "confirm": "confirmar la asistencia",
    "medical_advice": "consultar algo de salud",
    "complaint": "hacer una queja",
    "opt_out": "dejar de recibir avisos",
    "data_request": "hablar de datos propios",
}
TOPICS = {
    "book": "Agendar una cita",
    "availability": "Horarios libres",
    "reschedule": "Cambiar la cita",
    "cancel": "Cancelar",
    "check_appointment": "Mis citas",
    "services": "Atenciones",
    "price": "Precios",
    "insurance": "Seguros",
    "hours": "Horario",
    "location": "Dirección",
    "professionals": "Profesionales",
    "preparation": "Preparación",
    "results": "Resultados",
    "payment": "Formas de pago",
    "human": "Hablar con el equipo",
    "confirm": "Confirmar asistencia",
    "medical_advice": "Duda de salud",
    "complaint": "Queja",
    "opt_out": "Dejar los avisos",
    "data_request": "Mis datos",
}
WORDLESS = {
    "audio": "el audio",
    "image": "la imagen",
    "video": "el video",
    "document": "el documento",
    "sticker": "el sticker",
    "location": "la ubicación",
    "contacts": "el contacto",
    "unsupported": "este mensaje",
    "unknown": "este mensaje",
}

SPANISH = Book(
    sentences=SENTENCES,
    fragments=FRAGMENTS,
    labels=LABELS,
    wishes=WISHES,
    topics=TOPICS,
    wordless=WORDLESS,
    languages={"pt": "portugués", "en": "inglés", "es": "español"},
    holidays=SPANISH_HOLIDAYS,
)
