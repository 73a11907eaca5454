"""Signs that cannot wait for an appointment, as patients write them; recall first, then the few things that excuse.

Written without accents, in the grammar of `phrases`, over a whole message. Nothing here diagnoses: a match only puts
the emergency number before anything else.
"""

from __future__ import annotations

MACROS: dict[str, str] = {
    "kin": "mae|pai|filho|filha|esposa|esposo|marido|mulher|avo|vo|vovo|neto|neta|irma|irmao|bebe|sogra|sogro|tio|tia",
    "now": "agora|hoje|de_repente|subito|subita|subitamente|do_nada|acabou_de|neste_momento|nesse_momento",
    "chest": "peito|torax|coracao|toracica|toraxica|toracico|precordial|chest",
    "pill": "remedio|remedios|comprimido|comprimidos|medicamento|medicamentos|calmante|calmantes|pilula|pilulas",
    "poison": (
        "agua_sanitaria|veneno|soda_caustica|soda|desinfetante|gasolina|querosene|candida|cloro|detergente|alvejante"
        "|produto_de_limpeza|chumbinho|pilha|bateria|moeda|raticida|acido|thinner|amoniaco"
    ),
    "face": "boca|rosto|face|cara|labio|labios|lingua|olho|olhos|garganta|palpebra|palpebras",
}

ROWS: list[tuple[str, float, str]] = [
    ("self_harm", 1.0, """
        quero|queria|vontade_de|prefiro|preferia|pensando_em|penso_em|desejo morrer|sumir_do_mundo|\
            me_matar|desaparecer_do_mundo
        me matar|suicidar|mutilar
        suicid*
        tirar|acabar|por_fim|dar_fim .. minha_vida|propria_vida|minha_propria_vida
        nao quero|aguento|consigo|vejo_sentido|tenho_vontade .. viver|mais_viver|existir|\
            continuar_vivendo|continuar_viva|continuar_vivo
        nao|sem|perdi|perdeu .. vontade de viver
        quero|queria|pensando_em|penso_em|vontade_de|vou acabar|terminar com tudo
        me cortar|cortando|cortei .. pulso|pulsos|braco|proposito
        cortar os pulsos
        nao vale_a_pena .. viver
        desistir da_vida|de_viver
        cansei de_viver|da_vida
        cansada|cansado de viver
        se matar|suicidar
        kill myself
        want to die
        suicidal
        quiero morir|matarme
        ideacao suicida
    """),
    ("chest_pain", 1.0, """
        dor|dores|dorzinha|doendo|doe|doi|pontada|pontadas|aperto|apertando|apertado|apertada|pressao|\
            queimacao|ardencia|facada|peso|fisgada|angina .. no|do|o|meu|na|em @chest
        dor|dores ... no|do peito|coracao
        dor|dores toracica|precordial|toraxica|peitoral
        peito|torax|coracao .. doendo|doi|dolorido|apertado|apertando|ardendo|queimando|pesado
        infartando|enfartando|infartado|enfartado
        estou|esta|acho|parece|tendo|teve|sofreu|sofrendo|sinais|sintomas|pode_ser|dando .. infarto|\
            enfarte|infarte|ataque_cardiaco|ataque_do_coracao
        infartou|enfartou .. @now|aqui|ajuda|socorro
        ^ infarto|enfarte $
        angina
        chest .. pain|hurts|tight
        pain .. chest
        heart attack
        dolor .. pecho
        coracao .. parando|parou
        parada cardiaca
    """),
    ("breathing", 1.0, """
        falta de ar
        faltando ar|o_ar
        nao consigo|consegue|esta|estou|ta|estamos .. respirar|respirando|puxar_o_ar
        sem ar|folego|conseguir_respirar
        dificuldade|dificil|dificultando .. respirar|respiracao|respiratoria
        respirando com_dificuldade|mal|muito_mal|ofegante
        respirar direito|mal .. nao|dificuldade
        sufoc*
        engasgad*|engasgou|engasgando|engasgo
        labio|labios|boca|unha|unhas|rosto|bebe|dedos .. roxo|roxos|roxa|roxas|roxinho|roxinha|azulad*|\
            azul|azuis
        saturacao .. 70|75|78|80|82|84|85|86|87|88|89|baixa|caindo
        crise de_asma|asmatica|de_falta_de_ar
        chiado no peito .. forte|ar
        cant|cannot|can_not|trouble|difficulty .. breathe|breathing
        t breathe
        no puedo respirar
        parou de respirar
        nao esta respirando|respira
    """),
    ("stroke", 1.0, """
        boca|rosto|face|labio|cara ... torta|torto|entortou|entortando|caida|caido|caiu|paralisad*|\
            repuxad*|dormente
        entortou .. boca|rosto
        fala|falando|voz .. enrolad*|embolad*|arrastad*|atrapalhad*|embaralhad*
        falar|falando enrolado|embolado|arrastado
        nao consegue|consigo|esta|ta falar|mexer|levantar|mover .. braco|perna|lado|direito|nada|o|a
        nao consegue|consigo|esta_conseguindo falar $
        braco|perna|lado|metade|mao|corpo ... dormente|dormentes|paralisad*|paralisou|formigando|\
            sem_forca|sem_movimento|adormecid*|mole ... @now|esquerdo|direito|lado
        @now ... braco|perna|lado|mao|corpo|rosto ... dormente|paralisad*|formigando|sem_forca
        braco|perna|lado|mao .. ficou|ficaram|esta_ficando dormente|paralisad*|sem_forca|sem_movimento
        perdeu|perdi|perdendo .. forca|movimento|movimentos|visao|fala
        tendo|teve|esta|acho|parece|sofreu|pode_ser|sinais|sintomas|dando .. avc|ave|derrame
        avc .. @now|ajuda
        paralisia facial
        dor_de_cabeca .. pior_da_vida|pior_da_minha_vida|explosiva
        pior dor_de_cabeca
        face droop*
        stroke
        slurred speech
    """),
    ("bleeding", 1.0, """
        sangramento|sangrando|sangra|sangrou|hemorragia|sangrar .. muito|forte|intenso|demais|nao_para|\
            nao_estanca|grande|bastante|parar|horrores|nao_parou|nao_passa
        muito|muita|forte|grande sangramento|sangue|hemorragia
        sangrando|sangue|sangramento ... nao para|estanca|parou|esta_parando
        nao para|parou|estanca .. sangrar|sangramento|sangue
        hemorragia
        perdendo|perdeu|perdi .. sangue
        vomit*|tossi*|tosse|cuspi*|escarr* .. sangue
        gravida|gestante ... sangrando|sangramento|sangue
        sangrando|sangramento|sangue ... gravida|gestante|gravidez
        heavy bleeding
        bleeding .. lot|stop|heavily
        sangrando mucho
    """),
    ("unconscious", 1.0, """
        desmaiou|desmaiei|desmaiad*|desmaiando|desmaio|desmaiar|desmaia
        desacordad*|inconsciente|desfalecid*
        nao acorda|esta_acordando|acordou|reage|esta_reagindo|esta_respondendo|responde_a_estimulo|\
            ta_acordando
        caiu|caido|caida ... nao responde|acorda|se_mexe|levanta|fala|reage
        @kin .. nao responde|fala|se_mexe|reage .. gelad*|roxa|roxo|desmai*|caid*|agora|@now
        @kin .. nao responde .. gelad*|palid*|mole|suando
        perdeu|perdi|perdendo .. consciencia|sentidos|os_sentidos
        convuls*
        ataque|crise epilet*|convulsiva|epileptica|de_epilepsia
        crise convulsiva
        tremendo todo|toda|muito .. @now|nao_responde
        fainted|unconscious|seizure|passed_out
        se desmayo
        desmaio|desmaiou
        desmaiou|apagou .. aqui|@now
        bebe .. nao_responde|molinho|mole
    """),
    ("allergic", 1.0, """
        garganta .. fechando|fechou|inchando|inchada|inchou|fechar|trancando|fechada
        fechando|fechou|inchando .. garganta|glote
        glote
        anafil*
        @face ... inchando|inchou|inchad*|incharam ... remedio|medicamento|comi|alergi*|camarao|abelha|\
            picada|tomei|vacina|rapido
        @face .. inchando|inchou|incharam
        alergi* ... inch*|falta_de_ar|respirar|garganta|lingua|grave|forte|severa
        reacao|crise alergica .. forte|grave|muito|severa|@now
        alergia .. muito_forte|grave
        throat .. closing|swelling
        allergic reaction
    """),
    ("other", 1.0, """
        overdose
        tomei|tomou|ingeriu|engoli|engoliu|tomaram .. muitos|muito|varios|cartela|caixa|vidro|um_monte_de|\
            frasco|todos_os|demais @pill?
        tomou|tomei ... @pill .. de_uma_vez|a_mais|demais|todos
        engoliu|engoli|bebeu|bebi|tomou|tomei|ingeriu|comeu .. @poison
        envenen*|intoxicad*|intoxicacao
        picad*|mordid* .. cobra|escorpiao|aranha|jararaca|cascavel|serpente
        escorpiao|cobra|jararaca .. picou|mordeu
        atropelad*|atropelou|atropelaram|baleado|baleada|esfaquead*|facada|eletrocutad*|afogad*|afogando|\
            afogou
        levou|tomou|levei .. tiro|facada|choque
        sofri|sofreu|sofremos|teve|tive|acabou ... acidente
        acidente .. grave|feio|moto|carro .. @now|sangr*|machucad*|ajuda|socorro
        bati|bateu|bateram .. cabeca
        caiu|cai ... bateu_a_cabeca|da_escada|do_telhado|do_berco|desacordad*|nao_levanta|da_laje
        fratura exposta
        osso exposto|para_fora
        queimou|queimei|queimadura .. grave|muito|rosto|corpo|agua_quente|oleo_quente|grau|fogo
        choque eletrico
        passando|passou|passei|passo mal|muito_mal
        passando muito mal
        estou|esta morrendo
        acho que? vou morrer
        vou morrer
        entre a_vida
        bolsa estourou|rompeu|rompida
        trabalho de_parto
        pressao .. 18|19|20|21|22|23|24|25|26 por|x
        pressao .. 180|190|200|210|220|230|240
        socorro
        ^ emergencia|urgencia|emergency $
        e|eh uma? emergencia|urgencia
        emergencia|urgencia .. @now|socorro|me_ajud*|rapido|medica_agora
        me? ajuda|ajude|ajudem|ajudar .. urgente|pelo_amor_de_deus|emergencia
        urgente ... desmai*|dor|sangr*|mal|socorro
        chamem|chama|mandem|manda|preciso .. ambulancia|samu|resgate
        bebe|feto .. parou_de_mexer|nao_mexe|nao_esta_mexendo|nao_se_mexe
        febre .. 40|41|42
        rigidez na_nuca
        estupr*|abuso_sexual|violencia_sexual
        poisoned|overdosed
    """),
]  # fmt: skip

# What makes a match no alarm, in the same clause: other times, other people's past, questions about the service itself.
EXCUSES = """
    morreu|faleceu|morreram|falecido|falecida|falecimento
    exame|exames|consulta|teste|avaliacao|medico|medica de|para|da|do|que_trata|especialista_em .. dor|dores|\
        infarto|avc|desmaio|convulsao|convulsoes|falta
    quanto|valor|preco .. custa|emergencia|urgencia|consulta
    atende|atendem|tem|tratam|trata|fazem|possuem|aceita|aceitam .. emergencia|emergencias|urgencia|urgencias|\
        ambulancia|infarto|avc
    voces tratam|atendem|cuidam
    pronto socorro
    contato|telefone|numero|sala|plantao de emergencia|urgencia
    historico|antecedente|antecedentes|risco|prevencao|prevenir|evitar|sequela|sequelas|medo|caso|casos .. de|do|da|na
    ano|anos|mes|meses passado|passada|passados|atras
    ha|faz|tem um|uns|uma|dois|tres|varios|alguns|muitos|2|3|4|5|6|7|8|9|10 ano|anos
    quando eu_era|era_crianca|crianca
    de|em 19*|200*|201*|202*
    morrer|morrendo|morri|morro de rir|fome|vontade|saudade|saudades|vergonha|medo|calor|frio|sono|\
        curiosidade|amor|tedio|preguica
    se .. sentir|tiver|acontecer|desmaiar|passar
    posso|pode|poderia dar|causar|ter
    o_que e|significa|causa|sao
    como prevenir|evitar|saber
"""

# The same excuses do not hold for someone who speaks of ending their life, nor for what hurts now.
STILL_NOW = """
    estou|tou|estamos sentindo|com|tendo|passando|sangrando|infartando|sem
    agora
    neste|nesse momento
    esta|ta com|tendo|sentindo|passando|sem|sangrando|infartando|convulsionando|desmaiando
    dor|aperto no|forte|muito .. ha|desde|faz
    de novo
    continuo|continua|voltou|piorou|piorando
"""

NEGATED = (
    r" (?:nao|nunca|nem|sem|negativo)"
    r"(?: (?:tenho|tive|teve|tem|sinto|senti|sente|estou|esta|com|ha|houve|e|mais|muita|muito|nenhuma|nenhum|uma|um"
    r"|a|o))* $"
)
