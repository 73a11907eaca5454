"""What the receptionist says in Portuguese: informal is "você", formal is "o(a) senhor(a)"."""

from __future__ import annotations

from atendeai.conversation.phrases.book import Book, Fragments, Labels, Phrase, Sentences, both

SENTENCES: Sentences = {
    # greeting and closing
    "introduce": Phrase(
        (
            "{hello} Sou {name}, assistente virtual da {clinic}. Como posso te ajudar? 😊",
            "{hello} Aqui é {name}, assistente virtual da {clinic}. Em que posso ajudar? 😊",
        ),
        (
            "{hello} Sou {name}, assistente virtual da {clinic}. Em que posso ajudar?",
            "{hello} Aqui é {name}, assistente virtual da {clinic}. Como posso ajudar o(a) senhor(a)?",
        ),
    ),
    "closed_now": Phrase(
        ("A clínica está fechada agora, mas por aqui eu continuo marcando horários e tirando dúvidas.", "Nossa equipe já foi para casa, mas eu continuo por aqui para marcar horários e tirar dúvidas."),
        ("A clínica está fechada no momento, mas por aqui sigo agendando horários e esclarecendo dúvidas.", "Nossa equipe não está neste horário; por aqui continuo à disposição para agendamentos e dúvidas."),
    ),
    "hello_again": Phrase(
        ("{hello} Que bom falar com você de novo. Em que posso ajudar?", "{hello} Como posso te ajudar agora?"),
        (
            "{hello} Em que posso ajudar o(a) senhor(a)?",
            "{hello} Estou à disposição. Como posso ajudar?",
        ),
    ),
    "farewell": Phrase(
        ("Até logo! Qualquer coisa, é só chamar. 👋", "Tchau! Quando precisar, estou por aqui. 👋"),
        ("Até logo. Permaneço à disposição.", "Até breve. Quando precisar, estamos à disposição."),
    ),
    "welcome": Phrase(
        ("Por nada! Se precisar de mais alguma coisa, é só chamar. 😊", "Imagina! Estou por aqui. 😊"),
        ("Por nada. Permaneço à disposição.", "Disponha. Se precisar de algo mais, estou à disposição."),
    ),
    "anything_else": Phrase(
        ("Posso ajudar em mais alguma coisa?", "Precisa de mais alguma coisa?"),
        ("Posso ajudar o(a) senhor(a) em algo mais?", "O(A) senhor(a) precisa de algo mais?"),
    ),
    "who_i_am": Phrase(
        ("Sou {name}, assistente virtual da {clinic}. Se preferir falar com uma pessoa, é só pedir.", "Aqui é {name}, a assistente virtual da {clinic}. Quando quiser uma pessoa da equipe, é só dizer."),
        ("Sou {name}, assistente virtual da {clinic}. Se preferir falar com uma pessoa, basta pedir.", "Aqui é {name}, a assistente virtual da {clinic}. Se desejar uma pessoa da equipe, basta dizer."),
    ),
    "offer_booking": Phrase(
        ("Quer que eu marque um horário?", "Posso marcar para você?"),
        ("Deseja agendar um horário?", "Posso agendar para o(a) senhor(a)?"),
    ),
    "at_your_service": Phrase(
        ("Claro! Me conta: o que você precisa?", "Pode falar, em que posso ajudar?"),
        ("Pois não. O que o(a) senhor(a) deseja?", "Pois não, em que posso ajudar?"),
    ),
    "stale_option": Phrase(
        ("Essa opção já não está mais aberta. O que você quer fazer agora?", "Essa escolha era de uma conversa anterior. Em que posso ajudar agora?"),
        ("Essa opção já não está mais aberta. O que o(a) senhor(a) deseja fazer?", "Essa escolha era de uma conversa anterior. Em que posso ajudar agora?"),
    ),
    # service
    "ask_service": Phrase(
        (
            "Vamos marcar! Qual atendimento você procura?",
            "Certo! Qual consulta ou exame você quer marcar?",
            "Me diz, por favor: qual consulta ou exame você precisa?",
        ),
        (
            "Pois não. Qual atendimento o(a) senhor(a) deseja agendar?",
            "Certo. Qual consulta ou exame o(a) senhor(a) deseja?",
            "Por gentileza, qual consulta ou exame deseja agendar?",
        ),
    ),
    "which_service": Phrase(
        ("Temos mais de uma opção. Qual delas você quer?", "Qual destas opções é a que você procura?"),
        ("Temos mais de uma opção. Qual delas o(a) senhor(a) deseja?", "Qual destas opções deseja agendar?"),
    ),
    "service_gone": both(
        "Esse atendimento não está mais disponível para agendamento por aqui. Vamos escolher outro?",
        "Desculpe, esse atendimento saiu da nossa agenda. Posso oferecer outro.",
    ),
    "professional_gone": both(
        "Esse profissional não está mais na nossa agenda.",
        "Houve uma mudança na nossa equipe: esse profissional não atende mais por aqui.",
    ),
    "not_performed_by": both(
        "{professional_start} não realiza {service} aqui na clínica. Quem realiza: {performers}.",
        "Aqui na clínica, {service} não é com {professional}. Quem atende: {performers}.",
    ),
    "no_new_patients": both(
        "No momento {professional} não está recebendo pacientes novos.",
        "{professional_start} está sem vagas para primeira consulta no momento.",
    ),
    # date and time
    "offer": Phrase(
        (
            "Para {service}{with_whom}, tenho estes horários. Qual fica melhor para você?",
            "Olha o que tenho livre para {service}{with_whom}. Qual você prefere?",
            "{service}{with_whom}: estes são os horários livres. Qual deles?",
        ),
        (
            "Para {service}{with_whom}, temos estes horários. Qual o(a) senhor(a) prefere?",
            "Estes são os horários disponíveis para {service}{with_whom}. Qual é mais conveniente?",
            "{service}{with_whom}: temos os horários abaixo. Qual deles prefere?",
        ),
    ),
    "offer_hint": Phrase(
        ("Se nenhum servir, me diz o dia ou o período que você prefere.", "Se preferir outro dia, é só dizer."),
        ("Se nenhum for conveniente, informe o dia ou período de sua preferência.", "Se preferir outra data, basta dizer."),
    ),
    "not_then": both(
        "Infelizmente não tenho vaga {wish}. O mais próximo que encontrei:",
        "{wish_start} já não tenho vaga. O que tenho de mais perto:",
    ),
    "closed_then": both(
        "{day} não atendemos: {why}. O mais próximo que tenho:",
        "{day} a clínica não atende ({why}). Olha o que tenho de mais perto:",
    ),
    "not_that_day": both(
        "{day_start} não temos agenda de {service}. O mais próximo que tenho:",
        "Não há agenda de {service} {day}. Estes são os horários mais próximos:",
    ),
    "absent_then": both(
        "{day_start} {professional} não atende. O mais próximo que tenho:",
        "{professional_start} não atende {day}. Estes são os horários mais próximos:",
    ),
    "too_soon": both(
        "Para marcar por aqui preciso de pelo menos {hours} de antecedência. O mais próximo que tenho:",
        "Por aqui só consigo marcar com {hours} de antecedência. Os primeiros horários são estes:",
    ),
    "too_far": both(
        "Nossa agenda abre com até {days} dias de antecedência. Até lá, tenho estes horários:",
        "Ainda não abrimos a agenda para essa data (são até {days} dias à frente). O que tenho:",
    ),
    "past_date": both(
        "Essa data já passou. Os próximos horários são estes:",
        "Essa data já ficou para trás. Olha os próximos horários:",
    ),
    "nothing_free": Phrase(
        (
            "Não encontrei horário livre para {service}{with_whom} nos próximos {days} dias. Posso chamar alguém da equipe para te ajudar?",
            "Puxa, {service}{with_whom} está sem vagas nos próximos {days} dias. Quer que eu chame alguém da equipe?",
        ),
        (
            "Não encontrei horário disponível para {service}{with_whom} nos próximos {days} dias. Deseja que eu chame alguém da equipe?",
            "No momento {service}{with_whom} não tem vagas nos próximos {days} dias. Posso encaminhar à equipe?",
        ),
    ),
    "slot_taken": Phrase(
        (
            "Poxa, esse horário acabou de ser ocupado. 😕 Mas tenho estes aqui, bem próximos:",
            "Me desculpe! Alguém acabou de marcar nesse horário. O que tenho de mais perto:",
        ),
        (
            "Peço desculpas: esse horário acabou de ser ocupado. Temos estes, bem próximos:",
            "Lamento, esse horário foi preenchido neste instante. Os mais próximos são:",
        ),
    ),
    "slot_gone": both(
        "Esse horário não está mais disponível. O que tenho de mais perto:",
        "Esse horário já saiu da agenda. Os mais próximos são:",
    ),
    "still_free": Phrase(
        ("Que bom que você voltou: esse horário ainda está livre.", "Conferi aqui e o horário continua livre."),
        ("Verifiquei: o horário continua disponível.", "Esse horário ainda está disponível."),
    ),
    "patient_busy": both(
        "Nesse horário já existe outro atendimento marcado para a mesma pessoa. O mais próximo que tenho:",
        "Esse horário coincide com outro atendimento já marcado. Os mais próximos são:",
    ),
    "ask_date": Phrase(
        ("Para qual dia você quer?", "Que dia fica bom para você?", "Me diz o dia ou o período que você prefere."),
        ("Para qual dia o(a) senhor(a) deseja?", "Qual dia é mais conveniente?", "Por gentileza, informe o dia ou período de preferência."),
    ),
    "noted": both("Anotado!", "Está anotado."),
    "pick_one": Phrase(
        (
            "Qual desses horários você prefere? Pode responder com o número.",
            "Me diz qual dos horários: pode ser pelo número, ou me fala outro dia.",
        ),
        (
            "Qual desses horários o(a) senhor(a) prefere? Pode responder com o número.",
            "Por gentileza, indique um dos horários pelo número, ou informe outro dia.",
        ),
    ),
    # the last details
    "ask_name": Phrase(
        (
            "Ótimo, {slot}. Qual é o nome completo de quem vai ser atendido?",
            "Perfeito, separei {slot}. Me diz o nome completo do paciente, por favor?",
        ),
        (
            "Certo, {slot}. Qual é o nome completo do(a) paciente, por gentileza?",
            "Reservei {slot}. Por gentileza, o nome completo do(a) paciente?",
        ),
    ),
    "ask_name_again": Phrase(
        ("Qual é o nome completo do paciente?", "Me diz só o nome e o sobrenome de quem vai ser atendido?"),
        ("Qual é o nome completo do(a) paciente?", "Por gentileza, nome e sobrenome do(a) paciente?"),
    ),
    "ask_surname": Phrase(
        ("Obrigado! E o sobrenome de {name}?", "Pode me dizer o sobrenome de {name} também?"),
        ("Obrigado. E o sobrenome de {name}, por gentileza?", "Poderia informar também o sobrenome de {name}?"),
    ),
    "ask_whose": both("{slot_start}. O atendimento é para {name}?", "Separei {slot}. É para {name} mesmo?"),
    "two_visits": Phrase(
        ("Certo, marco um de cada vez: primeiro para {first}, depois para {second}.", "Combinado! Vamos um por vez: agora para {first} e, em seguida, para {second}."),
        ("Pois não, agendo um de cada vez: primeiro para {first}, depois para {second}.", "Certo. Um por vez: agora para {first} e, em seguida, para {second}."),
    ),
    "next_person": Phrase(
        ("Agora vamos marcar para {second}.", "Falta marcar para {second}, vamos lá."),
        ("Agora vamos agendar para {second}.", "Falta agendar para {second}."),
    ),
    "ask_usual": Phrase(
        ("Com {professional}, como da última vez?", "Quer marcar com {professional} de novo?"),
        ("Com {professional}, como da última vez?", "Deseja novamente {professional}?"),
    ),
    "ask_same_plan": Phrase(
        ("Continua com {plan}?", "Vai ser por {plan}, como da última vez?"),
        ("Continua com {plan}?", "Será por {plan}, como da última vez?"),
    ),
    "ask_same_private": Phrase(
        ("Vai ser particular, como da última vez?", "Continua no particular?"),
        ("Será particular, como da última vez?", "O atendimento continua no particular?"),
    ),
    "ask_insurance": Phrase(
        ("Vai ser particular ou por convênio?", "É particular ou convênio? Se for convênio, qual?"),
        ("Será particular ou por convênio?", "O atendimento é particular ou por convênio? Se convênio, qual?"),
    ),
    "insurance_not_accepted": both(
        "Para {service} não atendemos {plan}. {accepted}Quer seguir no particular{price}?",
        "{plan} não cobre {service} aqui na clínica. {accepted}Seguimos como particular{price}?",
    ),
    "summary": Phrase(
        ("Confere para mim:\n\n{details}\n\nPosso confirmar?", "Ficou assim:\n\n{details}\n\nConfirmo?"),
        ("Por gentileza, confira:\n\n{details}\n\nPosso confirmar?", "Confira os dados:\n\n{details}\n\nConfirma?"),
    ),
    "booked": Phrase(
        ("Prontinho, está marcado! ✅\n\n{details}", "Tudo certo, horário marcado! ✅\n\n{details}"),
        ("Agendamento realizado. ✅\n\n{details}", "Pronto, o horário está marcado. ✅\n\n{details}"),
    ),
    "moved": Phrase(
        ("Prontinho, remarcado! ✅\n\n{details}\n\nO horário de antes foi liberado: {before}.",),
        ("Reagendamento realizado. ✅\n\n{details}\n\nO horário anterior foi liberado: {before}.",),
    ),
    "not_confirmed": Phrase(
        (
            "Sem problema, ainda não marquei nada. Quer ver outro horário ou prefere parar por aqui?",
            "Tudo bem, nada foi marcado. Prefere outro horário ou deixamos para depois?",
        ),
        (
            "Sem problema, nada foi agendado. Deseja ver outro horário ou prefere encerrar?",
            "Pois não, nada foi agendado. Prefere outro horário ou deixamos para depois?",
        ),
    ),
    "ask_yes_no": Phrase(
        ("Posso confirmar então? É só responder *sim* ou *não*.", "Só preciso do seu *sim* para confirmar (ou *não*, para mudar)."),
        ("Posso confirmar? Por gentileza, responda *sim* ou *não*.", "Preciso apenas do seu *sim* para confirmar, ou *não* para alterar."),
    ),
    "gave_up": Phrase(
        ("Tudo bem, parei por aqui e não marquei nada. Quando quiser, é só chamar. 😊", "Sem problema! Deixei para lá. Se mudar de ideia, me chama."),
        ("Pois não, encerrei por aqui e nada foi agendado. Estou à disposição.", "Sem problema, nada foi agendado. Quando desejar, estou à disposição."),
    ),
    "kept": Phrase(
        ("Combinado, sua consulta continua marcada: {visit}.", "Certo, não mexi em nada. Continua marcado: {visit}."),
        ("Pois não, o agendamento está mantido: {visit}.", "Certo, nada foi alterado. Permanece: {visit}."),
    ),
    # visits already booked
    "no_visits": Phrase(
        ("Não encontrei nenhum agendamento futuro neste número.", "Não tem nada marcado por este número no momento."),
        ("Não encontrei agendamentos futuros neste número.", "No momento não há nada agendado por este número."),
    ),
    "your_visit": Phrase(
        ("Você tem marcado: {visit}.", "Está marcado: {visit}."),
        ("Há um agendamento: {visit}.", "Está agendado: {visit}."),
    ),
    "your_visits": Phrase(
        ("Seus próximos agendamentos:\n{visits}", "Você tem estes horários marcados:\n{visits}"),
        ("Próximos agendamentos:\n{visits}", "Estão agendados:\n{visits}"),
    ),
    "which_visit_cancel": both("Qual deles é para cancelar?", "Qual agendamento vamos cancelar?"),
    "which_visit_move": both("Qual deles vamos remarcar?", "Qual agendamento é para remarcar?"),
    "moving": Phrase(
        ("Vamos remarcar: {visit}.", "Certo, vou te ajudar a mudar: {visit}."),
        ("Vamos reagendar: {visit}.", "Pois não, vamos alterar: {visit}."),
    ),
    "move_by_team": both(
        "{service} não está mais na agenda deste canal, então quem remarca é a equipe. Posso chamar alguém?",
        "Para remarcar {service}, preciso da ajuda da equipe. Posso chamar alguém?",
    ),
    "ask_cancel": Phrase(
        ("Você quer mesmo cancelar {visit}?", "Só confirmando: cancelo {visit}?"),
        ("O(A) senhor(a) confirma o cancelamento de {visit}?", "Confirma o cancelamento: {visit}?"),
    ),
    "notice_rule": Phrase(
        ("Sem problema: é só avisar com {hours} de antecedência.", "Pode, sim: só pedimos aviso com {hours} de antecedência."),
        ("Sem problema: pedimos aviso com {hours} de antecedência.", "É possível, com aviso de {hours} de antecedência."),
    ),
    "late_cancel": both(
        "Nossa política pede aviso com {hours} de antecedência.",
        "Pedimos que cancelamentos sejam avisados com {hours} de antecedência.",
    ),
    "cancelled": Phrase(
        ("Pronto, cancelei: {visit}. Se quiser marcar outro dia, é só dizer.", "Cancelado: {visit}. Quando quiser remarcar, me chama."),
        ("Cancelamento realizado: {visit}. Se desejar outra data, estou à disposição.", "Pronto, foi cancelado: {visit}. Quando desejar reagendar, estou à disposição."),
    ),
    "presence": Phrase(
        ("Presença confirmada! ✅ Esperamos você: {visit}.", "Confirmado! ✅ Até lá: {visit}."),
        ("Presença confirmada. ✅ Aguardamos o(a) senhor(a): {visit}.", "Confirmado. ✅ Até lá: {visit}."),
    ),
    "visit_gone": both("Esse agendamento não existe mais na nossa agenda.", "Não encontrei mais esse agendamento."),
    # when we cannot help
    "did_not_understand": Phrase(
        (
            "Desculpe, não entendi bem. Você pode me dizer de outro jeito?",
            "Hmm, não peguei. Pode explicar com outras palavras?",
            "Essa eu não entendi. Posso marcar, remarcar ou cancelar horários e tirar dúvidas da clínica.",
        ),
        (
            "Desculpe, não compreendi. Poderia dizer de outra forma?",
            "Perdão, não entendi. Poderia explicar com outras palavras?",
            "Não compreendi. Posso agendar, remarcar ou cancelar horários e esclarecer dúvidas da clínica.",
        ),
    ),
    "did_you_mean": Phrase(
        ("Não tenho certeza se entendi. Você quer {first} ou {second}?", "Só para eu acertar: é {first} ou {second}?"),
        ("Não tenho certeza se compreendi. Deseja {first} ou {second}?", "Para não errar: o(a) senhor(a) deseja {first} ou {second}?"),
    ),
    "is_it_this": Phrase(
        ("Só para eu ter certeza: você quer {wish}?", "Entendi bem? Você quer {wish}?"),
        ("Para confirmar: o(a) senhor(a) deseja {wish}?", "Compreendi bem? Deseja {wish}?"),
    ),
    "say_it_otherwise": Phrase(
        ("Tudo bem! Me conta com outras palavras o que você precisa?", "Certo. Me diz de outro jeito, por favor?"),
        ("Pois não. Poderia dizer com outras palavras?", "Certo. Como posso ajudar, então?"),
    ),
    "calling_person": Phrase(
        ("Vou chamar alguém da nossa equipe para continuar com você por aqui. 🙋", "Já avisei a equipe: uma pessoa vai te responder por aqui. 🙋"),
        ("Vou chamar alguém da nossa equipe para continuar o atendimento.", "A equipe já foi avisada e uma pessoa responderá por aqui."),
    ),
    "person_when_open": both(
        "Nossa equipe atende {opening}; assim que abrirmos, alguém responde.",
        "A equipe responde a partir de {opening}.",
    ),
    "already_called": Phrase(
        ("A equipe já foi avisada e vai responder por aqui. Enquanto isso, posso ajudar com horários e informações.", "Já tem gente da equipe avisada. Se quiser, vou adiantando: marcar, remarcar ou tirar dúvidas?"),
        ("A equipe já foi avisada e responderá por aqui. Enquanto isso, posso ajudar com horários e informações.", "A equipe já está ciente. Se desejar, posso adiantar agendamentos e informações."),
    ),
    "emergency": both("⚠️ Isso pode ser uma emergência. Ligue agora para o SAMU: 192.\n\n{clinic_text}"),
    "self_harm": Phrase(
        ("⚠️ Sinto muito que esteja passando por isso. Você não está só: ligue 188 (CVV, 24 horas, gratuito) e, em risco imediato, 192 (SAMU).\n\n{clinic_text}",),
        ("⚠️ Sinto muito que esteja passando por isso. Não é preciso enfrentar isso a sós: ligue 188 (CVV, 24 horas, gratuito) e, em risco imediato, 192 (SAMU).\n\n{clinic_text}",),
    ),
    "team_told": both("Também avisei nossa equipe.", "Nossa equipe também já foi avisada."),
    "medical_advice": Phrase(
        (
            "Essa avaliação só um profissional de saúde pode fazer; por aqui não dou orientação médica. Posso marcar uma consulta ou chamar a equipe, o que prefere?",
            "Sou a assistente virtual e não posso orientar sobre sintomas, remédios ou resultados. Quer marcar uma consulta ou falar com a equipe?",
        ),
        (
            "Essa avaliação cabe a um profissional de saúde; por este canal não dou orientação médica. Deseja agendar uma consulta ou falar com a equipe?",
            "Sou a assistente virtual e não posso orientar sobre sintomas, medicamentos ou resultados. Deseja agendar uma consulta ou falar com a equipe?",
        ),
    ),
    "fitting_visit": Phrase(
        ("Se quiser, marco {service}.", "Posso marcar {service} para você."),
        ("Se desejar, agendo {service}.", "Posso agendar {service}."),
    ),
    "if_worse": both(
        "Se piorar ou parecer grave, procure um pronto-socorro ou ligue 192 (SAMU).",
        "Se os sintomas forem fortes ou piorarem, vá a um pronto-socorro ou ligue 192 (SAMU).",
    ),
    "advice_refused": Phrase(
        ("Sobre sintomas, remédios ou resultados só um profissional de saúde pode orientar; por aqui não dou orientação médica.", "Não posso orientar sobre sintomas ou remédios por aqui; leve essa dúvida ao profissional de saúde na consulta."),
        ("Sobre sintomas, medicamentos ou resultados, só um profissional de saúde pode orientar; por este canal não dou orientação médica.", "Não posso orientar sobre sintomas ou medicamentos; leve essa dúvida ao profissional de saúde na consulta."),
    ),
    "complaint": Phrase(
        ("Sinto muito por isso, e obrigado por contar. Vou passar agora para alguém da equipe cuidar do seu caso.", "Peço desculpas pelo ocorrido. Já estou chamando uma pessoa da equipe para resolver com você."),
        ("Lamentamos o ocorrido e agradecemos por relatar. Vou encaminhar agora a alguém da equipe.", "Pedimos desculpas pelo ocorrido. Uma pessoa da equipe cuidará do seu caso."),
    ),
    "opted_out": Phrase(
        ("Tudo bem, não envio mais avisos nem lembretes para este número. Se precisar, é só escrever.",),
        ("Pois não, este número não receberá mais avisos nem lembretes. Se precisar, basta escrever.",),
    ),
    "data_request": Phrase(
        ("Recebi seu pedido sobre os seus dados (LGPD). Encaminhei ao responsável, que responde em até 15 dias.",),
        ("Recebi sua solicitação sobre dados pessoais (LGPD). Foi encaminhada ao responsável, com resposta em até 15 dias.",),
    ),
    "out_of_scope": Phrase(
        (
            "Nesse assunto eu não consigo ajudar, mas posso marcar, remarcar ou cancelar horários e tirar dúvidas da clínica.",
            "Isso foge do que eu sei fazer por aqui. Posso ajudar com agendamentos e informações da clínica.",
        ),
        (
            "Esse assunto foge ao meu alcance, mas posso agendar, remarcar ou cancelar horários e informar sobre a clínica.",
            "Não consigo ajudar nesse assunto. Estou à disposição para agendamentos e informações da clínica.",
        ),
    ),
    "cannot_read": Phrase(
        ("Recebi {what}, mas por aqui só consigo ler texto. Pode escrever para mim? A equipe também vai ver.", "Ainda não consigo abrir {what}. Me escreve o que precisa? Já deixei para a equipe ver também."),
        ("Recebi {what}, porém por aqui só consigo ler texto. Poderia escrever? A equipe também verá.", "Ainda não consigo abrir {what}. Poderia escrever o que precisa? A equipe também terá acesso."),
    ),
    "not_read_either": Phrase(
        ("Recebi também {what}, mas isso eu não consigo abrir: se tiver algo importante ali, me escreve? A equipe também vai ver.", "E {what} eu ainda não consigo abrir; se for importante, me conta por escrito. A equipe também vai ver."),
        ("Recebi também {what}, que não consigo abrir; se for importante, poderia escrever? A equipe também verá.", "Quanto a {what}, ainda não consigo abrir; se necessário, escreva, por gentileza. A equipe também verá."),
    ),
    "ask_the_team": Phrase(
        ("Não tenho essa informação por aqui. Quer que eu chame alguém da equipe?", "Isso eu não sei dizer. Posso chamar alguém da equipe?"),
        ("Não tenho essa informação. Deseja que eu chame alguém da equipe?", "Não disponho desse dado. Posso chamar alguém da equipe?"),
    ),
    "once_more": both("Reforçando: ", "Repetindo, para ficar claro: ", "Como eu disse: "),
    "back_to_it": both("Voltando ao agendamento:", "E sobre o seu horário:", "Continuando de onde paramos:"),
    # languages
    "were_booking": both("Estávamos marcando {what}.", "A gente estava marcando {what}."),
    "were_moving": both("Estávamos remarcando {what}.", "A gente estava remarcando {what}."),
    "were_cancelling": both("Estávamos vendo o cancelamento de {what}.", "Ficou em aberto o cancelamento de {what}."),
    "go_on_or_anew": Phrase(
        ("Quer continuar de onde paramos ou começar de novo?", "Seguimos de onde paramos ou prefere recomeçar?"),
        ("Deseja continuar de onde paramos ou começar de novo?", "Seguimos de onde paramos ou prefere recomeçar?"),
    ),
    "come_back": Phrase(
        ("Quer continuar marcando {what}?", "Voltamos a marcar {what}?"),
        ("Deseja continuar o agendamento de {what}?", "Retomamos o agendamento de {what}?"),
    ),
    "this_language": Phrase(
        ("Claro, podemos falar em português! Em que posso ajudar?", "Claro! Seguimos em português. Como posso te ajudar?"),
        ("Pois não, podemos falar em português. Em que posso ajudar?", "Certamente. Seguimos em português. Como posso ajudar?"),
    ),
    "in_this_language": both("Claro, seguimos em português."),
    "not_that_language": Phrase(
        ("Desculpe, por aqui eu só converso em {languages}. Se preferir, chamo alguém da equipe.",),
        ("Peço desculpas: por aqui só converso em {languages}. Se preferir, chamo alguém da equipe.",),
    ),
}  # fmt: skip

FRAGMENTS = Fragments(
    who=" Sou {name}, assistente virtual da {clinic}.",
    visit="{service} com {professional}, {moment}, para {patient}",
    with_whom=" com {professional}",
    also_performed="Também temos: {services}.",
    not_an_office_day="{weekday} não é dia de atendimento",
    sees_patients="{professional} atende {day}, {hours}.",
    sees_nobody="{professional} não atende {day}.",
    from_to="das {start} às {end}",
    opening="Nosso horário de atendimento:\n{lines}",
    open_that_day="{day} atendemos, sim.",
    closed_that_day="{day} não atendemos ({why}).",
    open_now="Estamos abertos agora.",
    closed_now="Agora estamos fechados.",
    closed="fechado",
    price_of="{service}: {price} no particular.",
    prices="Valores no particular:\n{lines}",
    plan_refused="No momento não atendemos {plan}.{others} Também atendemos particular.",
    other_plans=" Atendemos {plans}.",
    private_taken="Sim, atendemos no particular.",
    costs=" {service}: {price}.",
    plan_taken="Sim, atendemos {plan}.",
    plan_taken_for="Sim, atendemos {plan} para {service}.",
    plan_not_for="{plan} nós atendemos, mas não para {service}.",
    private_price=" No particular: {price}.",
    plans="Convênios que atendemos: {plans}.",
    plans_for="Convênios que atendemos para {service}: {plans}.",
    private_only="Atendemos somente particular.",
    accepted="Atendemos {plans}. ",
    address="Ficamos em: {address}.",
    directions="Como chegar: {text}",
    parking="Estacionamento: {text}",
    accessibility="Acessibilidade: {text}",
    map="Mapa: {url}",
    phone="Telefone: {phones}",
    their_hours="\nAtende:\n{lines}",
    team="Nossa equipe:\n{lines}",
    preparation_of="Preparo para {service}: {text}",
    no_preparation="não precisa de preparo especial.",
    preparations="Orientações de preparo:\n{lines}",
    performed="Sim, fazemos {service}.",
    performed_for=" Valor no particular: {price}.",
    services="Nossos atendimentos:\n{lines}",
    payment="Formas de pagamento:\n{lines}",
    discount="desconto de {discount}",
    seen_by="👤 com {professional}",
    patient="🙋 Paciente: {name}",
    on_plan="💳 Convênio: {plan}",
    private="💳 Particular",
    private_at="💳 Particular: {price}",
    where="📍 {address}",
    a_visit="um horário",
    at_moment="{what}, {moment}",
    preparation="Preparo: {text}",
)
LABELS = Labels(
    book="Marcar horário",
    book_visit="Marcar consulta",
    visits="Meus agendamentos",
    human="Falar com a equipe",
    private="Particular",
    other_person="Outra pessoa",
    other_day="Outro dia",
    other_time="Outro horário",
    confirm="Confirmar",
    give_up="Desistir",
    stop_here="Parar por aqui",
    not_now="Agora não",
    no_thanks="Não, obrigado",
    move="Remarcar",
    cancel="Cancelar",
    cancel_yes="Sim, cancelar",
    cancel_no="Não, manter",
    see_options="Ver opções",
    see_plans="Ver convênios",
    see_services="Ver atendimentos",
    see_times="Ver horários",
    see_visits="Ver agendamentos",
    answer="Responder",
    yes="Sim",
    no="Não",
    other_thing="Outra coisa",
    whoever="Tanto faz",
    other_plan="Outro convênio",
    has_plan="Tenho convênio",
    go_on="Continuar",
    start_over="Começar de novo",
)
WISHES = {
    "book": "marcar um horário",
    "availability": "ver horários livres",
    "reschedule": "remarcar",
    "cancel": "cancelar um agendamento",
    "check_appointment": "ver seus agendamentos",
    "services": "saber o que atendemos",
    "price": "saber valores",
    "insurance": "saber de convênios",
    "hours": "saber nosso horário",
    "location": "saber o endereço",
    "professionals": "conhecer a equipe",
    "preparation": "saber do preparo",
    "results": "saber de resultados",
    "payment": "saber como pagar",
    "human": "falar com a equipe",
    "confirm": "confirmar presença",
    "medical_advice": "tirar dúvida de saúde",
    "complaint": "fazer uma reclamação",
    "opt_out": "parar de receber avisos",
    "data_request": "falar dos seus dados",
}
TOPICS = {
    "book": "Marcar horário",
    "availability": "Horários livres",
    "reschedule": "Remarcar",
    "cancel": "Cancelar",
    "check_appointment": "Meus agendamentos",
    "services": "Atendimentos",
    "price": "Valores",
    "insurance": "Convênios",
    "hours": "Horário da clínica",
    "location": "Endereço",
    "professionals": "Profissionais",
    "preparation": "Preparo",
    "results": "Resultados",
    "payment": "Formas de pagamento",
    "human": "Falar com a equipe",
    "confirm": "Confirmar presença",
    "medical_advice": "Dúvida de saúde",
    "complaint": "Reclamação",
    "opt_out": "Parar os avisos",
    "data_request": "Meus dados",
}
WORDLESS = {
    "audio": "seu áudio",
    "image": "sua imagem",
    "video": "seu vídeo",
    "document": "seu documento",
    "sticker": "sua figurinha",
    "location": "sua localização",
    "contacts": "o contato",
    "unsupported": "essa mensagem",
    "unknown": "essa mensagem",
}

PORTUGUESE = Book(
    sentences=SENTENCES,
    fragments=FRAGMENTS,
    labels=LABELS,
    wishes=WISHES,
    topics=TOPICS,
    wordless=WORDLESS,
    languages={"pt": "português", "en": "inglês", "es": "espanhol"},
    holidays={},
)
