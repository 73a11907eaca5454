"""The words of danger, as patients write them in Portuguese, English and Spanish: notions for `notions`.

Written without accents. Which notions make a sign stands in `lexicon_red_flag_signs`.
"""

from __future__ import annotations

from atendeai.conversation.understanding.lexicon_words import vocabulary

# A "não" before a notion denies it, when only helping words stand between.
DENIALS = vocabulary("""
    nao num nem sem nunca jamais t cant isnt wont dont doesnt didnt cannot not without isn don doesn sin never ninguem
    """)
AUXILIARIES = vocabulary("""
    a o os as um uma ele ela eles elas eu me se lhe meu minha seu sua de do da com por ou e nem mais muito muita
    nenhum nenhuma qualquer tipo tenho tinha tem temos teve tive tendo sinto sente senti sentiu sentindo estou esta
    estao estamos estava estive consigo consegue conseguimos conseguem conseguindo conseguiu ha houve foi era el la su
    ser ter quer quero querem ta vai vou deu mesmo quase direito nada esteja ficou able to be can want any get him her
    it us le puede puedo siento siente estoy tengo tiene conseguino consguindo consiguo consigu consgo consege conseg
    consguino xonsigo consg
    """)
ABLE = ("conseg", "consig", "congui", "conceg")  # "consigo", however it is spelled
# "no" denies before these alone: elsewhere it is the Portuguese "no peito".
SPANISH_VERBS = vocabulary("""
    siente sienten breathing breath puede puedo responde respira respirando despierta reacciona quiero siento esta
    estoy deja reconoce habla mueve se ve sabe come bebe pulse respiro le lo la me te les para
    """)
# Who and when are told, whatever stands before.
UNDENIED = vocabulary("person child baby newborn elder pregnant now sudden present past")
# What one does: only before these is "num" a "não" and not "em um".
DEEDS = vocabulary("""
    breathe breathing speak speech move feel wake waking respond stop rise live see feed cry swallow pee womb_moves
    remember understand enter function stand recognise close fill fade sentence
    """)
# What may stand between the words of one entry.
LINKS = vocabulary("""
    o a os as um uma uns umas meu minha meus minhas seu sua seus suas do da dos das de no na nos nas em ao com muito
    muita mesmo bem ja mais me se lhe dele dela todo toda tudo ela ele eu que esta the my his her of el la mi su
    """)
# Words of danger worth hearing through a slip of the finger; a shorter word has too many neighbours.
MENDED = vocabulary("""
    afogando afogado alergica alergico ambulancia anafilatico asfixia atropelado atropelada automutilacao bombinha
    comprimidos consciencia contracoes convulsao convulsoes convulsionando coracao derrame desacordado desacordada
    desfalecido desmaiada desmaiado desmaiando desmaiei desmaiou desmaio dormente dormencia emergencia enforcar
    engasgada engasgado engasgou engoliu enrolada enrolado envenenado envenenada epilepsia epileptica epiletico
    escorpiao esfaqueado espumando estuprada facada formigando formigamento fratura garganta glicemia glicose gravida
    hemorragia hipoglicemia inchada inchado inchando inchou inconsciente infartando infartou infarto intoxicado
    intoxicada machucada machucado morrendo overdose palpitacao paralisado paralisada paralisou picada pressao
    queimadura queimou respiracao respirando respirar sangramento sangrando saturacao socorro sonolenta sonolento
    sufocando sufocada suicidio suicidar tremendo tontura trombose veneno vomitando vomitou breathing unconscious
    bleeding seizure overdosed suicidal swallowed unresponsive respiracion desmayo embarazada
    """)
# Ordinary words one slip away from one of them.
NOT_MENDED = vocabulary("""
    desmarcada desmarcado desmarcadas desmarcados desmaca desmacar tratada tratado pressa preso impressao expressao
    depressao fachada fachadas focada focadas sagrado queixou queixar inserir regressao repressao baseado entrada
    tremenda glicosada gravado gravada gravidade gratuita formando informando prisao presto pitada subsidio temendo
    infanto fatura fartura coroacao coacao esforcar comprimento comprimentos cumprimentos
    """)

NOTIONS: dict[str, str] = {
    # --- who -----------------------------------------------------------------------------------------------------
    "person": """
        mae mamae mainha maezinha mainho pai papai painho paizinho coroa veio veia veinho veinha velho velha vo vovo
        voinha voinho vozinha vozinho avo avos bisavo bisa nono nona filho filha filhos filhinh* filhao guri guria pia
        menino menina meninas meninos menininh* moleque garoto garota crianca criancas criancinha neto neta netinh*
        irmao irma irmaos irmaozinho mano mana esposa esposo marido mulher muie companheir* namorad* noiv* sogr*
        cunhad* tio tia titio titia prim* sobrinh* amig* coleg* vizinh* patroa patrao chefe funcionari* alun* aluna
        professor* senhor senhora idos* homem moca moco rapaz pessoa gente alguem ele ela dele dela nele nela cara
        paciente mom mum mother dad father wife husband son daughter kid kids child friend grandma grandpa grandmother
        grandfather brother sister boyfriend girlfriend roommate guy girl man woman he she him her mama papa madre
        padre hijo hija abuelo abuela nino nina hermano hermana el_senor dona seu_jose seu_joao motorista entregador
        porteiro cliente passageiro cuidador cuidadora pedreiro enfermeira faxineira diarista vigia gari mototaxista
        trabalhador operario ciclista motoqueiro motociclista pedestre policial bebado mendigo visitante atleta
        jogador estudante genitor genitora residente tiozinho tiazinha vovozinh* irmazinha mocinha mocinho bisneto
        bisneta enteado enteada afilhad* nora genro compadre comadre parente familiar pai_dela mae_dele uncle aunt
        cousin neighbor neighbour coworker boss grandson granddaughter niece nephew nana someone somebody toddler boy
        lady people passenger driver student old_man old_lady senor senora papi mami suegra suegro cunado cunada nieto
        nieta bebita chico chica vecino vecina mujer hombre abuelito abuelita primo prima sobrino sobrina hermanito
        pibe nena chavo chamaco muchacho muchacha companero companera amigo amiga jefe
    """,
    "baby": """
        bebe bebes bebezinh* bb nene nenes nenem nenens nenezinh* nenenzinh* recem_nascid* recemnascid* prematur*
        lactente bebita newborn baby babies dias_de_vida dias_de_nascid* moleira caculinha mamadeira
    """,
    "child": """
        bebe bebes bebezinh* nene nenes nenem nenens nenezinh* recem_nascid* crianca criancas criancinha menino menina
        menininh* menininha meninos moleque guri guria pia filho filha filhinh* neto neta netinh* netinha sobrinh*
        bisneto bisneta garoto garota pequeno pequena pequenininh* aninho aninhos meses baby toddler kid child son
        daughter hijo hija nino nina bebita afilhad* enteado enteada alun* nenenzinh* bb caculinha fio curumim chico
        chica nena hijito bebito chamaco sobrino nieto
    """,
    "pregnant": """
        gravid* gravidinh* gestante gestantes gestacao gestacional prenha buchuda barriguda_de pregnant pregnancy
        embarazada embarazo semanas_gest* meses_de_gravidez meses_de_gestacao gravides embarazadisima encinta
        esperando_gemeos esperando_bebe semanas_pro_parto semanas_para_parto pro_parto para_parto gestando
    """,
    "elder": """
        vo vovo voinha voinho vozinha vozinho avo bisavo bisa nono nona idos* velhinh* veio veia acamad* sogr* coroa
        mae pai anos
    """,
    "diabetic": "diabetic* diabetes diabete insulina",
    "animal": """
        cachorro cachorra cachorrinh* cadela gato gata gatinh* pet pets cao caes doguinho dog cat veterinari*
    """,
    # --- when ----------------------------------------------------------------------------------------------------
    "now": """
        agora hoje agorinha de_repente derrepente repentin* do_nada subit* acordou acordei amanheceu amanheci
        neste_momento nesse_momento acabou_de acabei_de desde_cedo desde_ontem desde_manha desde_agora ha_pouco
        de_uma_vez na_hora esta_noite essa_noite essa_madrugada neste_instante minutos minutinhos min horas hora now
        suddenly today right_now ahora hoy de_pronto de_golpe comecou ontem madrugada piorou piorando cada_vez
        instante instantes
    """,
    "sudden": """
        agora hoje agorinha de_repente derrepente repentin* do_nada subit* acordou acordei amanheceu amanheci
        neste_momento acabou_de acabei_de desde_cedo desde_manha desde_ontem ha_pouco de_uma_vez na_hora now suddenly
        ahora de_pronto de_golpe hoy minutos comecou ontem de_uma_hora para_outra hora horas
    """,
    "again": "de_novo novamente voltou piorou piorando continua continuo",
    # --- how much ------------------------------------------------------------------------------------------------
    "severe": """
        muito muita demais forte fortes fortissim* intens* insuportav* horriv* terriv* absurd* pior grave severa
        severo aguda agudo piorando piorou danad* violent* bast* arretad* sinistr* infernal tremend* desesperador*
        desgramad* absurda do_cao lascad* brab* brav* feia feio for_real severe bad terrible awful worst muy fuerte
        fort* mt extrem* demasiad* crise atacad* atacou nao_aguento
    """,
    # --- chest ---------------------------------------------------------------------------------------------------
    "chest": """
        peito peitos peitu pieto torax toracic* toraxica precordial esterno chest pecho peitoral tronco peto pechos
    """,
    "heart": "coracao heart corazon corassao coracaozinho",
    "in_chest": """
        no_peito no_peitu no_pieto no_peto no_torax no_coracao do_peito em_cima_peito meio_peito dentro_peito
        sobre_peito meu_peito meu_coracao o_peito peito_dele peito_dela on_chest in_chest en_pecho nu_peito nos_peito
        nos_peitos my_chest his_chest her_chest chest_is chest_feels mi_pecho su_pecho el_pecho
    """,
    "pain": """
        dor dores dorr dorzinh* dorzao dorzona doendo doi doe doeu doem dolorid* doid* dolor duele duelen pain pains
        hurt* ache* aching pontad* fisgad* fincad* ferroad* agulhad* facad* apert* opress* oprim* queim* ardencia
        ardendo ardor arde comprim* esmag* rasg* estourando explodindo trancad* trancando travad* tight* crushing
        squeez* presion estralando latejando angustia agonia coice pisando sentado_em doeno cansaco arrebent* estral*
        ferroada fulminante crush* killing stabbing burning sharp throbbing elephant crush squeezing ripping tearing
        aplast* opresion punzada puntada punzante quemazon dolores molestia calambre apret*
    """,
    "ache": """
        dor dores dorr dorzinh* dorzao dorzona doendo doi doe doeu doem dolor duele pain hurts hurting pontad* colic*
        doeno
    """,
    "uneasy": """
        peso pesad* pressao agonia mal_estar incomodo desconfort* estranh* ruim esquisit* formig* troco negocio
        sensacao trem weight pressure discomfort peso_grande ruindade gastura aflicao batedeira bolo caroco sufoco
        tremor batendo_estranho coisa squeezing weird heavy fluttering algo
    """,
    "infarct": """
        infartando enfartando infartand* enfartand* infartado enfartado infarto infartos enfarto enfarte infarte
        infartou enfartou infartei infarta ataque_cardiaco ataque_coracao heart_attack ataque_corazon
        ataque_do_coracao principio_infarto principio_de_infarto ameaco_de_infarto ataque_al_corazon infartada
        infartou_agora
    """,
    "angina": "angina isordil sustrate",
    "racing": """
        disparad* disparou acelerad* acelerou disparando batendo_forte batendo_rapido palpitac* palpitando taquicardi*
        pulando descompassad* falhando falha saindo_pela_boca sair_pela_boca querendo_sair a_mil batedeira racing
        pounding palpitations desregulad* parando parou para_e_volta a_mil_por_hora disparano fora_ritmo fora_de_ritmo
        irregular vai_parar arritmi* atacado atacou a_180 a_170 a_160 a_200 taquicardia acelerado palpitaciones
        descontrolad* salir descompasado
    """,
    "sweat": """
        suando suador sudorese suor suada suado suo gelad* suando_frio sweating sudando gelada suano sweat cold_sweat
        clammy drenched sudor sudando_frio suda transpirando transpira
    """,
    "pale": """
        palid* branco branca branquinh* amarelo amarela cinza acinzentad* pale esverdead* sem_cor sem_sangue gray grey
        white_as_a_sheet ashen palido palida
    """,
    "arm": """
        braco bracos bracinho mao maos arm arms brazo mandibula queixo maxilar costas ombro jaw pescoco costa nuca
        ombros brazos mandibula_e left_arm shoulder brazo_izquierdo espalda
    """,
    "arm_pain": "formig* dorment* doendo dor pesad* adormec* numb entorpec*",
    "arrest": """
        parada_cardi* parada_respir* parou_de_respirar parou_respirar coracao_parou coracao_parando coracao_dele_parou
        sem_pulso sem_batimento* sem_sinais sem_vida sem_pulsacao massagem_peito massagem_cardiaca nao_tem_pulso
        reanima* no_pulse cardiac_arrest ressuscita* marcapasso_disparou desfibrilador_disparou cdi_disparou
        stopped_breathing heart_stopped dejo_de_respirar nao_sinto_pulso sem_batimento_cardiaco coracao_vai_parar
        coracao_quer_parar heart_has_stopped isn_breathing not_breathing no_heartbeat no_heart_beat doing_cpr cpr
        em_parada
    """,
    # --- breathing -----------------------------------------------------------------------------------------------
    "breathe": """
        respirar respira respirando respirano respirou respiro respirado respirem respirasse breathe breath breathing
        breathes respirar_direito puxar_ar puxa_ar puxando_ar puxar_folego respirã respiran respirava
    """,
    "breathing": """
        respirar respira respirando respiro respiracao respiracaozinha respir* breath* folego respirasao
    """,
    "bad": """
        mal dificil dificuldade dificuldades dificultad* ruim curta curtinha curto rapid* rapidinh* fraca fraco
        fraquinh* ofegante cansad* cansadinh* barulh* chiando chiado ronc* pesad* pesada estranh* esquisit* presa
        preso superficial gemendo apertad* trouble difficulty hard short trabalhando afundando afundam afund* esforco
        sofrendo lutando custo peixe parando falhando falha aos_poucos piorando piorou agoniad* agonic* ruidos*
        guincho assobi* assovi* trancad* travad* comprometid* acelerad* entrecortad* forcad* cuesta arfando arfa
        penando esforcand* piora dando_trabalho metade labored heavy laboured devagar devagarzinho lento lenta
        pouquinho harder struggling gasping fast shallow wheezing wheezy noisy rasping agitada entrecortada jadeando
        silbando dificultad trabajo boca_aberta so_de_vez vez_em_quando porco apito forte_e_rapido entra_toda
        de_vez_em_quando barulho_de_porco agitado jadea silba chifla rapido hundiendo hunden fazendo_barulho poco
        apenas custando
    """,
    "air": "ar arr folego oxigenio air aire folgo arzinho",
    "lack": """
        falta faltando faltou faltano sem acabando acabou acabo nao_vem nao_entra nao_chega nao_passa nao_sai perdendo
        perdi perdeu puxando puxano busca buscando procurando cade diminuindo pouco short_of out_of
    """,
    "no_air": """
        falta_ar falta_de_ar falta_di_ar falta_d_ar faltando_ar faltando_o_ar faltando_folego falta_folego sem_ar
        sem_o_ar sem_folego ar_nao_vem ar_nao_entra ar_nao_chega ar_nao_passa ar_nao_sai ar_num_vem ar_num_entra
        falta_de_folego folego_nao_vem o_ar_faltando ar_faltando ar_falta ar_acabando sem_arr falta_arr falta_de_arr
        falta_aire le_falta_aire me_falta_aire short_of_breath shortness_of_breath cant_catch gasping sem_oxigenio
        faltano_ar faltou_ar falta_o_ar falta_ate_ar falta_de_oxigenio buscando_ar puxando_ar puxando_muito ar_sumiu
        sem_conseguir_respirar faltad_ar falta_dar faltar_ar faltar_o_ar perder_ar perder_o_ar perde_ar perco_ar
        perco_o_ar perdendo_ar perdendo_o_ar perdi_ar cade_ar ar_curto ar_pouco pouco_ar folego_curto sin_aire no_air
        out_of_breath cant_get_air catch_my_breath cannot_catch falta_el_aire faltandome_el_aire t_get_air t_catch
        ar_some o_ar_some ar_sumindo ar_desaparece
    """,
    "choke": """
        engasg* engazg* engasc* entalad* entalou entalando entalo asfixi* atragant* afogand* suffocat* obstrui*
        dispnei* dispneia cianos* cianotic* choke chokes choking choked choke_on engasgano choking_on gagging_on
        choked_on atorado atoro atorandose ahogando se_ahoga
    """,
    "suffocate": """
        asfixi* afogando suffocat* asfixia sufocando sufocad* sufocou sufocar sufocamento sufocano suffocating
        asfixiando drowning_in sofocando ahogo ahoga ahogando ahogandose ahogar me_ahogo
    """,
    "asthma": """
        asma asmatic* bronquite bombinha bombinhas enfisema dpoc inalador nebuliz* inhaler asthma asthma_pump
        bronquiolite
    """,
    "asthma_bad": """
        crise atacad* atacou ataque forte nao_passa nao_melhora nao_funciona nao_resolve nao_esta_fazendo nao_faz
        num_faz nao_adianta acabou nao_acho piorou piorando brab* working_not t_work isn_working doesn_work
        doesnt_work matando nao_alivia nao_fez nao_aliviou nao_resolveu nada cansad* cansadinh* puxado continua e_nada
        nao_passou sem_efeito nao_adiantou isn_getting isn_helping cannot attack flare bad empty t_help doesn isn
        no_effect no_hace_nada no_funciona
    """,
    "blue": """
        roxo roxa roxos roxas roxinh* roxead* arroxead* azul azuis azulad* azulando azulzinh* cianotic* blue purple
        morado morada azules morados moradas purpura
    """,
    "lips": """
        labio labios boca boquinha beico beicos beicinh* unha unhas dedos dedinhos ponta_dos_dedos rosto rostinho
        lingua cara carinha lips face labiozinh*
    """,
    "saturation": "saturacao saturando sat satura oximetro spo oxigenacao oxigenio saturasao oxygen sats",
    "wheeze": "chiado chiando chiadeira chia cantando ronqueira wheezing chiano",
    "smoke": "fumaca incendio gas monoxido amonia cloro",
    # --- stroke --------------------------------------------------------------------------------------------------
    "face": """
        boca rosto face cara labio labios bochecha olho sorriso beico rostinho mouth cara_dela lado_da_face
        lado_do_rosto feicao smile mouth_is ojo sonrisa rindo sorrindo riso risada
    """,
    "crooked": """
        torta torto tortinh* tortas tortos tort* entort* entortou entortando caid* caiu caida paralis* repuxa* repux*
        puxando puxad* puxou dorment* droop* torcid* torcida desviad* parada parado mole assimetric* murch* adormec*
        travou travada numb chueca formig* enviesad* cayo desceu murcho murcha despencou mexe_so_um crooked droops
        drooped lopsided sagging torcio torcido caido colgando paralyzed se_cae se_le_cae rindo_so risada_so sorri_so
    """,
    "speech": """
        fala falar falando falano falou voz lingua dicao palavra palavras speech speaking talking habla hablar
        hablando falas habla_raro
    """,
    "slurred": """
        enrol* embol* arrast* atrapalhad* embaralh* mole moles trocando troca trocad* estranh* esquisit* nada_com_nada
        sem_sentido sem_nexo coisa_com_coisa coisas_sem pesad* travad* travando tropec* sumiu sumindo perdeu perdida
        desconex* confus* pastos* slur* slurring weird confused arrastando enrrol* incompreens* nao_sai nao_saem
        falhando engrol* dificil dificuldade que_nao_existe raro rara muda mudo arrastra sem_sair incoherent*
        ininteligi* gibberish nonsense garbled jumbled not_making_sense makes_no_sense t_make_sense strange funny
        trabada trabado raro_raro incoherencias
    """,
    "speak": "falar fala falando fale speak talk hablar habla achar_palavras sai_voz falava falo digo",
    "to_us": """
        falar_com falo_com falar_ai fala_com falando_com atendente recepcao secretaria ingles portugues espanhol
        telefone ligar ligacao whatsapp alguem_dai english contato doutora doutor post site fala_quanto fala_preco
        fala_valor falou_quanto
    """,
    "limb": """
        braco bracos bracinho perna pernas perninha mao maos lado metade pe pes dedos arm leg hand arms legs side
        brazo pierna mano_derecha lados membro membros
    """,
    "side": """
        lado um_lado lado_direito lado_esquerdo esquerdo esquerda direito direita metade meio_lado meio_corpo side
        half mitad izquierdo derecho right_side left_side right_arm left_arm right_hand left_hand right_leg left_leg
    """,
    "half": """
        metade_corpo metade_rosto metade_face lado_corpo lado_rosto lado_face lado_todo lado_inteiro lado_esquerdo
        lado_direito um_lado meio_lado um_dos_lados mesmo_lado braco_e_perna braco_e_a_perna mitad_cara mitad_cuerpo
        half_face one_side right_side left_side lado_da_cara metade_da_cara half_body left_arm_and right_arm_and
        whole_side side_of_his side_of_her side_of_my mitad_del_cuerpo lado_derecho_del_cuerpo metade_boca
        metade_da_boca lado_da_boca
    """,
    "powerless": """
        dorment* dormenc* adormec* paralis* paralit* formig* sem_forca sem_forcas sem_movimento sem_mexer mole molenga
        fraco fraca fraqueza bobo boba perdendo_forca perdi_forca perdeu_forca perdeu_movimento* perdi_movimento*
        nao_obedece nao_responde nao_mexe nao_se_mexe nao_levanta nao_funciona numb weak arrastando dorme pesad*
        parou_de_obedecer parou_de_funcionar sem_sentir parada parado nao_sinto falhou falhando falha falhar moveis
        entorpec* duerme anestesiad* morto morta travou pararam caindo nao_firma nao_segura nao_aguenta puxando
        nao_sente nao_fica_em_pe cambaleando limp tingling dead heavy paralyzed paralysed weakness gave_out hormigueo
        dormido dormida debil no_responde
    """,
    "paralysed": """
        paralis* paralit* sem_movimento sem_movimentos sem_mexer imovel perdeu_movimento perdi_movimento
    """,
    "move": """
        mexer mexe mexendo mexeno mexem mover move movendo movimentar movimenta levantar_braco levanta_braco erguer
        levantar_perna levanta_perna sentir sinto sente segurar segura segurando andar anda mueve mexia mexeu lift
        raise levanta_el
    """,
    "feel": "sinto sente sentir sentindo sentia feel siento siente sienten",
    "legs": "pernas perna bracos braco corpo pes lado metade rosto face maos legs arm piernas",
    "lost": """
        perdi perdeu perdendo sumiu sumindo apagou apagando escureceu escurecendo escurec* foi_embora perdida lost
        caiu falhou apagad* cega cego cegueira ceguei perda went blurry black perdio perdiendo se_me_va pierdo perder
    """,
    "strength": "forca forcas movimento movimentos equilibrio fala visao coordenacao tato sensibilidade",
    "sight": "visao vista enxergar enxergando enxerga enxergo sight vision eye eyesight vision_in",
    "see": "enxergar enxergando enxergo enxerga ver vejo vendo see veo ve",
    "double": """
        dupl* dobrad* embac* turv* estrelinh* pontinh* pontos luzes tudo_preto tudo_escuro tudo_torto clarao
    """,
    "confused": """
        confus* desorientad* desnorte* delir* alucinand* aere* nao_reconhece nao_conhece nao_sabe_onde nao_sabe_nome
        nao_sabe_proprio variando caducando fora_si fora_de_si sem_nexo nada_com_nada coisa_com_coisa
        coisas_sem_sentido coisa_sem_sentido nao_fala_coisa esquisit* estranh* disoriented confused trocando_tudo
        nao_sabe_quem abobad* lele grogue confundido confundida confundio desorientado out_of_it incoherent delirious
        not_making_sense hallucinating no_sabe_donde doesn_know_where doesnt_know_where t_know_where
    """,
    "recognise": "reconhece reconhecendo reconhec* conhece conhecendo recognize recognise reconoce",
    "stroke": """
        avc avci derrame derrames isquemia isquemic* stroke trombose_cerebral aneurisma ictus avecê avcs ait acv
        principio_avc principio_de_avc principio_de_derrame ameaco_avc ameaco_derrame trombose_na_cabeca
        derrame_cerebral embolia um_ave teve_ave tendo_ave
    """,
    "stroke_of": """
        esta tendo teve tive acho parece deu dando suspeita sera pode_ser pensando achando sinal sinais sintoma
        sintomas sofreu sofrendo having had is novo outro levou es creo pode_estar dio
    """,
    "headache": """
        dor_de_cabeca dor_cabeca dor_na_cabeca dor_na_nuca cabeca headache dolor_de_cabeza cabeza head_hurts
        head_is_pounding head_is cabeza_me
    """,
    "thunder": """
        explo* pior_da pior_de de_repente do_nada subit* nunca_senti nunca_tive de_uma_vez de_uma_hora pescoco_duro
        pescoco_travou pescoco_rigido nuca_dura nuca_rigida nuca_travada worst sudden de_golpe estour* pior_dor
        vendo_dupl* vista_embac* visao_dupla luz worst_ever worst_of thunderclap out_of_nowhere peor_de la_peor
        exploding tiro paulada martelada raio marretada pancada_do_nada trovao relampago
    """,
    "stiff_neck": """
        nuca_dura nuca_rigida rigidez_nuca nuca_travad* nuca_endurecid* encostar_queixo stiff_neck cuello_rigido
        pescoco_durinho rigidez_pescoco nao_dobra_pescoco nao_vira_pescoco nao_encosta_queixo nao_abaixa_cabeca
        nao_mexe_pescoco pescoc*_dur* pescoc*_rigid* pescoc*_trav* nuca_dur* pescocinho_duro pescocinho_rigido
        pescoco_duro pescoco_travou pescoco_travado pescoco_rigido
    """,
    # --- bleeding ------------------------------------------------------------------------------------------------
    "blood": """
        sangue sangra sangrou sangrando sangrano sangrar sangramento sangramentos sangrad* hemorrag* blood bleeding
        bleed* bled sangre sangrado sangria coagulo coagulos sange sangui desangr* vermelho_vivo bleeding_out
        hemorrhage hemorrhaging hemorragia gushing sangran sangram
    """,
    "haemorrhage": "hemorrag* emorrag* sangrando_muito desangr* ensanguentad*",
    "much": """
        muito muita muitos demais monte bastante jorr* esguich* espirr* encharc* ensop* poca balde torneira lavad*
        sem_parar vivo puro pura golfad* escorr* forte fortes intens* horrores cachoeira toalha* panos pano lencol lot
        heavy heavily much mucho mucha tanto tanta espalh* cheio cheia chao direto toda_hora a_noite_toda noite_toda
        dia_todo severe badly fundo profundo profund* volume pocas tudo_sujo litro grande_quantidade estour*
        everywhere grande muchisim* demasiad* borbotones chorro chorros empapad* lavou pingando coalhad* pouring
        gushing soaked soaking spurting pool puddle buckets out_of_control profusely chorreando vazando vazou absurda
        absurdo
    """,
    "stop": """
        para parar parou parando paro estanca estancar estancou estancando passa segura segurar stop stops stopping
        stopped cessa coagula slow
    """,
    "vomit": """
        vomit* tossi* toss* tosse cuspi* cuspe escarr* golf* botando bota pondo expel* vomiting coughing spitting
        throw* coughed threw_up puking throwing_up spat vomito escupe escupiendo tosiendo tose
    """,
    "from": """
        boca ouvido ouvidos orelha cabeca vagina olho pulso pescoco barriga anus umbigo mouth ear por_baixo
    """,
    "black_stool": """
        borra_de_cafe fezes_pretas coco_preto fezes_preta coco_pretinho fezes_escuras igual_piche feito_piche
        cor_de_piche borra_cafe evacuando_sangue cagando_sangue defecando_sangue fezes_com_muito_sangue
        evacuando_preto black_stool melena vomitando_fezes vomitando_preto vomitou_preto vomito_preto vomitando_coco
        vomito_fecal vomito_com_cheiro_de_fezes vomita_fezes fezes_estao_pretas fezes_preto coco_escuro
        fezes_como_piche fezes_pretinhas coco_preto_e evacuacao_preta evacuei_preto
    """,
    "cut": """
        cortou cortei corte corto talho cortaram rasgou rasguei cortado cortada cut lacer* abriu furou furei golpe
        cortei_me sliced slashed gash herida tajo cortaron rajo
    """,
    "deep": """
        fundo funda profund* feio feia osso tendao arteria veia pulso pulsos motosserra serra makita facao machado
        vidro lamina garrafa guilhotina enorme aberto aberta deep dentro barriga pescoco lixadeira serra_eletrica
        estilete dedo_fora rocadeira foice enxada to_the_bone hueso artery chainsaw knife glass machete motosierra
        maquina amoladora sierra jugular femoral aorta
    """,
    "wound": """
        cirurgia ponto pontos corte biopsia dente operou operei operad* operacao curativo parto cesarea cesaria
        fistula extracao siso ferida ferimento
    """,
    "opened": "abriu abriram estourou rompeu estouraram aberto aberta arrebentou romperam soltou",
    "pads": """
        absorvente absorventes ob coletor fralda fraldas modess pads pad tampon tampons toallas toallitas compresas
    """,
    "pads_many": """
        hora horas minutos trocando troquei encharc* encheu enchendo cheio cheios um_atras vazando vazou lotando enche
        sem_parar soaking soaked hour every minutes cada empapando
    """,
    "nose": "nariz nose",
    "stab": """
        facada facadas esfaque* punhalad* apunhal* peixeirad* estocada peixeira canivetada stabbed stab navalhad*
        apunal* acuchill* navajazo stabbing_victim been_stabbed got_stabbed baleado baleada balearam fui_alvejado
        bala_perdida
    """,
    "shot": """
        tiros balead* bala_perdida alvejad* atiraram gunshot balazo dispararon disparou_contra tirote* got_shot
        been_shot was_shot gunshot_wound balacera balearon baleado atirou_nele atirou_nela atirou_em atirou_na
        atirou_no atirou_contra
    """,
    "hit_by": """
        levou levei tomou tomei levaram deu deram recebeu recebi got com_uma uma de tomaram com_um atingido_por dar
        deram_um dieron dio pegaron
    """,
    "gun_now": "arma revolver faca facao pistola espingarda gun knife",
    "blood_urine": """
        urinando_sangue mijando_sangue xixi_com_muito_sangue urinando_vermelho xixi_vermelho urina_vermelha
        mijando_vermelho urinar_sangue
    """,
    "bloodtest": """
        exame exames coleta coletar colheu tipo doacao doar jejum laboratorio hemograma test colher tipagem doador
        sacar sacarse sacarme analisis ayuno tirar_sangue tirei_sangue tirou_sangue tirando_sangue tira_sangue
        sangue_para_exame fazer_sangue fiz_sangue colhi colhe work sample samples labs count counts sangre_oculta
    """,
    # --- self-harm -----------------------------------------------------------------------------------------------
    "die": """
        morrer morre morresse morrido morri_logo morer morrê morrer_logo die dead morir morte morrendo estar_morta
        estar_morto morta morto estar_morrendo be_dead morirme morirse muerte no_existir
    """,
    "wish": """
        quero queria quer kero qero querendo vontade vontades prefiro preferia prefere preferir desejo desejando
        pensando penso pensei pensado pensa pensamento pensamentos planejando planejei planejo want wanna wish quiero
        gostaria melhor ideia ideacao alivio devia deveria merecia mereco desejava thinking want* decisao decidi
        decidida decidido resolvi tomei_coragem coragem_de juro thinking_about think_about thinking_of planning_to
        plan_to going_to ready_to pienso_en quisiera ganas_de ganas deseo pensando_en
    """,
    "kill_self": """
        me_matar me_matasse se_matar se_mata mim_matar matar_me matarme kill_myself kill_herself kill_himself
        killing_myself me_enforc* se_enforc* enforcar me_suicid* se_suicid* end_my_life ending_my_life end_it_all
        me_pendurar tirar_minha_vida tirar_vida tirar_propria_vida tirar_a_minha_vida tirar_a_vida tirar_propia
        acabar_com_minha_vida acabar_minha_vida acabar_com_vida acabar_propria_vida acabo_com_minha_vida
        acabo_minha_vida por_fim_vida por_fim_minha_vida por_um_fim dar_fim_vida dar_fim_minha_vida dar_cabo_vida
        dar_um_fim_nisso pular_da_ponte autoexterminio auto_exterminio tiro_na_cabeca tiro_cabeca propria_morte
        cometer_suic* atentar_contra mejor_muerto hurt_myself harm_myself hurting_myself suicidarme quitarme_vida
        quitarme_la_vida kms me_envenenar cut_wrists cut_her_wrists cut_his_wrists cut_my_wrists me_quiero_matar
        quiero_matarme me_voy_a_matar se_va_a_matar se_quiere_matar se_quiso_matar hacerse_dano hacerme_dano
        hacerse_daño quitarse_vida cortar_venas corte_venas cortarme tirar_me_vida me_colgar ahorcar*
        terminar_con_mi_vida acabar_con_mi_vida matarse take_my_own take_his_own take_her_own took_his_own unalive
        jump_off end_his_life end_her_life kill_themselves se_matar_agora cortar_las_venas corda_no_pescoco
        corda_pescoco saco_na_cabeca se_pendur* se_jogou tirar_propia_vida me_matado tinha_me_matado mi_matar mi_mata
        overdose_on kill_me_myself end_my_own end_things end_it_tonight hang_myself hang_himself hang_herself
        shoot_myself jumping_off take_my_life taking_my_life taking_my_own killing_himself killing_herself suicidarse
        quitarse_la_vida matarte lastimarme me_voy_a_tirar tirarme ahorcarme me_corto_las_venas planejando_minha_morte
        planejei_minha_morte no_quiero_despertar me_enforcando se_colgo me_colgue colgarme colgarse ahorcado ahorcada
        dar_fim_em_mim por_fim_em_mim dar_cabo_de_mim acabar_comigo_mesma acabar_comigo_mesmo matar_eu
        acabar_com_a_minha_raca me_matei
    """,
    "end_all": """
        acabar_com_tudo acabar_com_isso_tudo acabar_com_tudo_isso acabar_com_isso terminar_com_tudo fim_em_tudo
        fim_nisso fim_a_tudo fim_nisso_tudo dar_fim_tudo por_fim_tudo por_fim_em_tudo acabo_com_tudo
        acabar_com_esse_sofrimento acabar_com_meu_sofrimento acabar_com_sofrimento acabar_com_essa_dor_toda
        sumir_de_vez sumir_para_sempre desaparecer_para_sempre sumir_do_mundo sumir_desse_mundo desaparecer_do_mundo
        sumir_da_face deixar_esse_mundo ir_embora_desse_mundo embora_desse_mundo deixar_de_existir partir_dessa
        dormir_para_sempre nao_acordar_mais nunca_mais_acordar nao_acordar_nunca nunca_mais_voltasse sumi_do_mundo
        dormir_e_nao_acordar desistir_da_vida desistir_de_viver desistir_de_tudo desisti_da_vida desistindo_da_vida
        acabar_com_ela quero_sumir queria_sumir vontade_de_sumir terminar_todo quero_partir quero_ir_embora_dessa
        nao_quero_acordar_amanha nao_queria_acordar nao_queria_ter_acordado descansar_para_sempre descansar_de_vez
        queria_nao_existir nao_queria_existir nao_quero_estar_aqui_mais acabar_com_minha_dor_de_vez
        ir_para_junto_de_deus morar_com_deus end_everything end_it nao_quero_mais_existir queria_nao_ter_nascido
        terminar_con_todo embora_de_vez desisti_de_lutar cansei_de_lutar parar_de_existir nunca_ter_nascido me_apagar
        sumir_do_mapa_para_sempre nao_estar_mais_aqui nao_queria_mais_estar_aqui nao_quero_mais_estar_aqui
        ending_it_all ending_it end_it_all carro_me_atropelasse caminhao_me_atropelasse no_quiero_despertar
        desaparecer_del_mundo descansar_para_siempre dejar_de_sufrir no_quiero_estar_aqui hoje_e_o_fim chegou_o_fim
        hoje_acaba_tudo chegou_minha_hora hora_de_partir quero_que_acabe que_tudo_acabe quero_que_tudo_acabe
        dor_de_viver
    """,
    "live": """
        viver vive vivendo vivo viva existir existindo vida live living vivir viva_mais estar_viva estar_vivo acordar
        nascer nascido estar_aqui acordar_amanha continuar_vivendo respirar_mais seguir_viviendo be_alive alive go_on
        keep_going live_anymore
    """,
    "tired": """
        cansei cansad* exaust* nao_aguento nao_suporto nao_guento aguento_mais perdeu_sentido perdi_sentido
        sem_sentido nao_vale nao_faz_sentido nao_tem_sentido nao_vejo_sentido acabou_para_mim odeio desisti desistir
        nao_vejo_motivo nao_tenho_motivo sem_razao nao_presta tired farto farta enough no_vale perdeu_graca
        perdeu_a_graca sem_graca sem_forcas sem_forca sem_vontade nao_consigo_mais chegou_ao_fim nao_da_mais
        no_aguanto perdi_vontade perdeu_vontade nao_tenho_vontade nao_tenho_forca* perdi_a_razao nao_ha_razao
        no_le_veo_sentido no_veo_sentido sin_sentido nao_vejo_saida nao_tem_saida nao_ha_saida sem_saida don_see_point
        t_see_point no_point no_reason acabou_tudo nao_vejo_futuro nao_tenho_saida tired_of t_go_on can_go_on
        t_do_this_anymore done_with_life no_reason_to cansada_de cansado_de no_doy_mas no_tiene_sentido
        no_encuentro_motivos no_hay_motivos no_tengo_motivos no_encuentro_razon nao_encontro_motivo
    """,
    "living": "viver vida existir mundo living life vivir",
    "worthless": """
        ninguem_vai_sentir ninguem_ia_sentir ninguem_sentiria ninguem_vai_notar ninguem_vai_perceber
        ninguem_se_importa_se mundo_melhor_sem melhor_sem_mim sem_mim fardo_para_todos peso_para_todos
        fardo_para_familia peso_para_familia meu_ultimo_dia ultima_mensagem carta_de_despedida carta_despedida
        bilhete_despedida bilhete_adeus bilhete_de_adeus carta_de_adeus mensagem_despedida mensagem_adeus
        mensagem_de_despedida escrevi_carta se_despedindo me_despedindo me_despedir me_despedi despediu_de_todo
        nao_estarei_mais quando_eu_for_embora quando_eu_morrer fazer_besteira_comigo fazer_uma_besteira
        fazer_alguma_besteira fazer_besteira fazer_loucura uma_loucura_comigo bobagem_comigo better_off_without
        better_off_dead saying_goodbye say_goodbye goodbye_forever despidiendose se_esta_despidiendo
        burden_to_everyone nadie_me_va_a_extranar suicide_note goodbye_note final_goodbye goodbye_letters
        goodbye_letter farewell_letter escribi_carta escribi_la_carta perdonenme_todos perdoem_me_todos me_perdoem
        me_perdoe_por_tudo
    """,
    "cut_self": """
        me_cortar me_corto me_cortando me_cortei_de me_mutil* se_cortando se_corta se_cortou se_mutil* se_cortar
        automutil* auto_mutil* automutilando cortes_no_braco cortes_bracos cortes_no_pulso cortar_pulsos
        cortar_os_pulsos cortei_pulsos cortei_os_pulsos cortou_pulsos cortou_os_pulsos me_machucar mim_machucar
        me_ferir me_cortei_nos_pulso me_cortei_fundo me_cortei_de_novo me_cortei_proposito se_machucar_de_proposito
        me_queimar_de cutting_myself cutting_herself self_harm* autolesao autoles* me_arranhando_toda me_cortei_outra
        cortei_pulso corte_venas corto_venas cortou_veias cortei_veias cortei_meus_pulsos cut_himself_on_purpose slit
        se_corto_venas se_corto_las_venas corte_las_venas me_corte_las_venas cutting_again cut_myself cuts_herself
        cuts_himself cutting_my hurt_myself_on cortandome cortandose se_corta_los me_cortei_toda me_cortei_todo
        me_cortei_inteira me_retalhei
    """,
    "means": """
        veneno comprimidos comprimido remedio remedios pilulas arma revolver lamina gilete estilete faca ponte predio
        janela viaduto trilho trem pills chumbinho laje telhado sacada varanda corda pastillas pastilla razor blade
        rope noose gun bridge soga cuchillo puente escopeta espingarda pistola
    """,
    "means_held": """
        na_mao em_maos na_minha_mao aqui_comigo separei separados juntei guardei guardad* juntando peguei comprei
        ja_tenho do_meu_lado carregad* in_hand vou_tomar vou_me vou_beber en_mano en_la_mano lined_up in_front ready
        aca_conmigo bought compre en_manos cargada en_las_manos na_cabeca
    """,
    "jump": """
        pular pulo pulando pula me_jogar se_jogar se_atirar me_atirar jogar_se jump saltar me_joga jogar
    """,
    "heights": """
        ponte predio janela viaduto sacada laje andar trem metro carro passarela trilho balcony bridge varanda
        penhasco telhado torre antena poste carreta caminhao onibus daqui puente balcon terraza azotea acantilado vias
    """,
    "voices": "vozes_mand* voz_mand* vozes_dizendo vozes_fala* vozes uma_voz",
    "death_thoughts": """
        pensamento_ruim pensamentos_ruins pensamentos_de_morte pensamento_morte pensamento_suicid* pensamentos_suicid*
        ideia_suicid* ideias_suicid* ideacao_suicid* pensamentos_morte vontade_de_morte ideias_de_morte ideia_de_morte
        penso_na_morte pensando_na_morte pensar_em_morte desejo_de_morte suicidal
    """,
    "afraid_self": "medo_do_que_eu medo_de_mim medo_do_que_vou medo_de_fazer_besteira medo_de_me_machucar",
    "attempt": """
        tentou_se_matar tentei_me_matar tentou_suic* tentei_suic* tentativa_de_suic* tentou_se_enf* tentou_tirar
        tentou_contra
    """,
    # --- consciousness -------------------------------------------------------------------------------------------
    "faint": """
        desmaiou desmaiei desmaiad* desmaiando desmaiano desmaio desmaios desmaiar desmaia desmaiaram desmaiado
        dismai* desfalec* fainted fainting faint passed_out desmayo se_desmayo desmay* sincope collapsed blacked_out
        passamento black_out bambeou desfaleceu tombou_desmaiado desmayad* passing_out passes_out about_to_pass_out
        arriou arriada faints collapse blacking_out blacks_out desvanec* desplomo desmayando desmayandose desmayarme
        desvanecio desmaye acordei_no_chao acordou_no_chao acordei_caida acordei_caido acordou_caida
    """,
    "unconscious": """
        desacordad* inconscient* desfalecid* desmaiad* unconscious unresponsive sem_sentidos sem_consciencia
        perdeu_sentidos perdeu_consciencia perdi_sentidos perdi_consciencia perdendo_sentidos perdendo_consciencia
        perda_de_consciencia sem_reacao inerte estirad* inconcient* em_coma inconciente mal_subito knocked_out
        out_cold non_responsive inconsciente no_reacciona isn_responding not_responding lifeless nao_da_sinal_de_vida
        sem_sinal_de_vida sem_sinais_de_vida nao_da_sinal num_da_sinal
    """,
    "conscience": "consciencia sentidos conciencia conocimiento consciousness",
    "wake": """
        acorda acordar acordando acordano acordou acorde desperta despertar abre_olho abre_olhos abrir_olho
        abrir_olhos wake waking despierta acordava acordem wake_him wake_her wake_up wakes waking_up despierto
        open_his_eyes open_her_eyes open_eyes abre_los_ojos abrir_los_ojos despertarse
    """,
    "respond": """
        responde respondendo respondeno responder reage reagir reagindo reagi responsive respond responding responds
        reacciona da_sinal da_sinais da_resposta esboca answer answers answering contesta reaciona sinal_vida
        respondia reagia respondem atende_chamado ouve ouvir escuta escutar hears
    """,
    "messages": """
        mensagem mensagens whatsapp email telefone ninguem voces voce recepcao clinica robo atendente ligacao site
        aplicativo pesquisa zap doutor doutora secretaria tratamento antibiotico remedio me_responde por_favor
    """,
    "fell": """
        caiu cai caido caida caindo caiu_no_chao desabou tombo tombou despencou queda fell fallen falls fall cayo
        estatel* levou_um_tombo rolou caimos capotou caio despenc* se_cayo rodou arriou desplomo escorreg* escorregou
        tropecou tropecei despenquei se_desplomo resbalo foi_para_chao foi_ao_chao foi_pro_chao
    """,
    "floor": "chao calcada banheiro no_chao dura duro do_nada floor solo sozinha",
    "stiff_fall": """
        caiu_dura caiu_duro cai_dura durinh* caiu_no_chao caiu_dura_no_chao dura_no_chao duro_no_chao
    """,
    "rise": """
        levanta levantar levantando levantou get_up se_mexe se_mexer mexe mexer se_move voltou volta volta_a_si
    """,
    "blackout": "apagou apagad* apaguei apagando apagaram",
    "phone": """
        celular telefone luz computador internet mensagem app aplicativo foto sofa sistema site tela grupo cadastro
        video lembrete bateria aparelho
    """,
    "dim": """
        vista_escure* visao_escure* vista_preta tudo_preto vista_ficando_escura vista_ficando_preta tudo_escurecendo
        vista_apag* visao_apag* vista_sumindo ficou_tudo_preto ficando_tudo_preto vista_escura escurecendo_vista
        escureceu_vista pernas_bambas perna_bamba vision_black vendo_escuro vendo_tudo_escuro
    """,
    "about_to_fall": """
        vou_desmaiar quase_desmaiando quase_desmaiou quase_desmaia quase_caindo vou_cair vou_apagar quase_apaguei
        quase_desmaiar parece_que_vou_desmaiar voy_desmayar voy_a_desmayar going_to_faint going_to_pass_out
        about_to_faint vou_desmaia
    """,
    "limp": """
        mole molinh* molenguinh* molengo amolec* largad* sem_forcas rendid* rendidinh* prostrad* desfalec* limp floppy
        floja flojo murchinh* moleng* caidinh* abatidinh* apatic* caidao lifeless limp_and flojito desvanecido aguado
        aguadito desguanzado
    """,
    "rolled_eyes": """
        olho_virado olhos_virados olhos_virado olho_virando olhos_virando virou_olho virou_olhos virou_olhinho
        virou_os_olhos revirou_olhos revirou_os_olhos revirando_olhos olho_revirado olhos_revirados revirou_olho
        revirou_o_olho olhos_revirando olho_parado olhos_parados olhar_parado olhar_fixo olhando_pro_nada
        olhando_para_o_nada olhando_para_nada olhinho_virado revirando_o_olho eyes_rolled olho_branco olho_revirando
        revirou_olhinho revira_olho vira_olho virando_olho virando_os_olhos virou_zoi olh*_revir* revir*_olh*
        olho_dele_revirou olhos_dele_reviraram olh*_vira* eyes_roll* rolling_eyes eyes_are_rolling olhos_em_branco
        ojos_en_blanco olh*_para_cima ojos_volteados volteo_ojos
    """,
    "seizure_word": """
        convulcao convulcion* seizure seizures convuls* fits having_fits seizing convulsing convulsed having_a_fit
        convulsiona convulsiono ataque_epileptico crise_de_ausencia crise_ausencia ausencia_longa
    """,
    "epilepsy": "epilep* epilet* seizures",
    "fit": "crise crises ataque ataques atacou attack",
    "foam": """
        espum* babando babano saliv* foaming escumando espumano foam frothing espumando echando_espuma espuma
    """,
    "shake": """
        tremendo tremeno treme tremeu tremida tremedeira tremelique* tremor tremores sacud* debat* batendo_todo
        se_batendo se_bateno estrebuch* estribuch* contorc* repux* convul* shaking sacudindo espasm* trinc* travad*
        temblando se_tremendo tremer jerking twitching shakes convulsing sacudiendose tiembla sacude solavanco*
        tranco* espasmos espasmo
    """,
    "whole_body": """
        todo toda todinh* inteiro inteira inteirinh* corpo corpinho chao no_chao dentes olho olhos olhinho febre
        nao_responde babando uncontrollably all_over cuerpo todo_el violently
    """,
    "thrash": """
        se_debat* se_batendo debatendo debateno estrebuch* estribuch* se_sacudindo se_contorcendo esta_se_batendo
    """,
    "rigid": "rigid* duro dura durinh* enrijec* endurec* esticad* stiff retesad*",
    "tongue": "lingua dentes tongue",
    "bit": """
        mordeu mordendo enrolando enrolou trincad* travad* engolindo mordio travou travando trancou trancando
    """,
    "had_fit": """
        teve_um_ataque tendo_um_ataque deu_um_ataque deu_ataque dando_um_ataque teve_ataque tendo_ataque ataque_aqui
        dio_un_ataque le_dio_un_ataque tuvo_un_ataque
    """,
    "treco": "treco troco piripaque piripaqui passamento siricutico xilique pilepsia troço troc",
    "treco_of": "deu teve tendo dando esta tive",
    "dead": "morto morta morreu morrendo faleceu falecido falecida dying",
    "i_think": "parece think dont_know acho",
    "not_awake": """
        sono_profundo dormindo_demais nao_para_de_dormir dorme_demais querendo_dormir so_dorme dormir_toda_hora
        dormindo_toda_hora so_quer_dormir nao_desperta sonolent* sonolenc* sleepy drowsy letarg* torporos* so_dormindo
        dormido somnoliento adormilado adormilada
    """,
    # --- allergy -------------------------------------------------------------------------------------------------
    "airway": "garganta glote lingua goela throat tongue garguelo laringe lengua windpipe airway",
    "swelling_place": """
        rosto cara face boca labio labios lingua olho olhos garganta glote palpebra palpebras beico beicos pescoco
        corpo corpinho throat tongue lips toda todo inteira inteiro orelha lengua ojos eyes face_eyes rostro
    """,
    "swell": """
        inch* inxa* inxo* inxou inchaco swell* swollen hinch* edema empol* empelot* deform* enorme empipoc* hinchad*
        empolou empolad* hinchadisim* puffy dobrou_tamanho dobrou_de_tamanho gigante dobrad* balloon swelled hinchando
        tamanho_de_uma tamanho_da dobro_do_tamanho hincho hinchazon enormes
    """,
    "close": """
        fech* apertad* apertando aperta tranc* travand* fechano closing closed cerr* obstru* tapando tapad* entupindo
        estreit* tightening closing_up shut cerrando tight swelling_shut constricting cierra cerro
    """,
    "allergen": """
        remedio remedios antibiotico dipirona injecao vacina camarao amendoim castanha abelha abelhas marimbondo vespa
        formiga picada picou ferroada ferrou ferroou picado picaram contraste anestesia anestesico aas ibuprofeno
        amoxicilina benzetacil comi comeu comendo tomei tomou alergia alergic* alergico frutos_do_mar caranguejo siri
        leite ovo mel nozes ostra lagosta peixe bee stung sting shrimp peanut* medicamento penicilina cefalexina
        diclofenaco soro kiwi latex tinta depois_que mosquito lagarta taturana novalgina picaron bees nuts bitten
        ate_shrimp allergic_to mani nueces camarones mariscos medicina
    """,
    "stinger": """
        abelha abelhas marimbondo marimbondos vespa vespas formiga formigas bee bees stung wasp maribondo ferroada
        agua_viva caravela taturana lagarta_de_fogo lagarta abejas abeja avispa picaron avispas besouro bicho_picou
    """,
    "allergy": "alergia alergias alergic* allergic allergy alergica alergico anafil* hives",
    "reaction": "reacao crise reaction reacoes reaccion alergia alergica alergico",
    "anaphylaxis": """
        anafil* anafilax* edema_glote edema_de_glote anaphyla* choque_anaf* adrenalina epipen fechamento_glote
    """,
    "skin_all": """
        corpo todo toda inteira inteiro placas empol* vergao vergoes vermelh* cocando coceira cocano pelado empipocad*
        calombo* calombos bolota* carocos
    """,
    "voice_gone": """
        voz_sumindo sem_voz voz_sumiu rouc* voz_mudando voz_abafada voz_grossa voz_abafad* voz_fina
    """,
    "swallow": "engolir engole engolindo saliva swallow tragar",
    # --- poison --------------------------------------------------------------------------------------------------
    "ingest": """
        tomei tomou tomaram ingeri ingeriu engoli engoliu engolio engolindo bebeu bebi bebeno bebendo comeu comi
        comeram engole engoliram chupou lambeu botou_boca pos_boca colocou_boca swallowed drank took trago tragou
        bebio bebió comio mastigou inger* beber bebida_de experimentou mamou se_tomo me_tome tome tomaron trague
        se_trago se_comio ingirio tragado swallow eaten drink drinking eating he_ate she_ate i_ate kid_ate son_ate
        toddler_ate daughter_ate just_ate ingestao ingerida beberam ingeriram abriu_e_comeu taken comieron bebieron
        baby_ate engolir ingerir tomaram_todos chuparam
    """,
    "poison": """
        agua_sanitaria sanitaria veneno venenos soda_caustica soda desinfetante gasolina querosene candida cloro
        detergente alvejante produto_limpeza produtos_de_limpeza raticida acido thinner tiner amoniaco amaciante
        sabao_em_po sabao limpa_forno desentupidor naftalina inseticida agrotoxico agrotoxicos herbicida formicida
        roundup acetona solvente alcool_gel alcool_de_limpeza perfume pilha pilhas bateria baterias qboa kiboa
        lysoform creolina pinho cera_quente removedor mamona comigo_ninguem_pode planta_venenosa cogumelo bleach
        poison lejia detergent remedio_rato veneno_rato veneno_barata tinta_de glifosato desengordurante limpador
        multiuso oleo_diesel diesel fluido lavandina agua_raz aguarras metanol agua_oxigenada permanganato esmalte
        mercurio chumbinho nafta kerosene insecticida pila hongo hongos drano rat_poison pesticide antifreeze shampoo
        xampu agua_de_bateria cola_de_sapateiro trombeta carbamato laundry_pod bebida_adulterada produto produtos
        produto_piscina produto_de_limpeza quimico oleo_de_motor oleo_motor graxa lubrificante fertilizante adubo
        tinta verniz windex paint_thinner turpentine gasoline ammonia weed_killer laundry_detergent dishwasher
        fertilizer insecticide mercury mushrooms berries alcohol_isopropilico veneno_para_ratas limpiador
        desinfectante cosmetico cosmeticos desodorante sabonete cleaning_product cleaning_products cleaner
        productos_de_limpieza cloro_de_pileta pesticida alcohol_en_gel anticongelante lamparina oleo_de_lamparina
        oleo_da_lamparina tocha formol eter cloroformio iodo merthiolate decapante tira_manchas limpa_vidro
        limpa_aluminio pedra_sanitaria desodorizador baiacu mandioca_brava saponaceo oleo_essencial veneno_de_barata
        mata_mato mata_barata
    """,
    "object": """
        moeda moedas ima imas botao tampinha tampa bolinha bola brinquedo pecinha peca lego alfinete agulha prego
        parafuso osso espinha caroco bala pirulito chiclete carne pao uva amendoim milho feijao pipoca anel brinco
        coin button battery pedra pedrinha plastico papel chave clips semente bolacha biscoito tampao miolo casca
        linguica salsicha bombom
    """,
    "danger_object": """
        pilha pilhas bateria baterias ima imas moeda moedas botao alfinete agulha prego parafuso tampinha tampa
        bolinha brinquedo pecinha coin battery caco_de_vidro vidro grampo miçanga anel brinco pila pilas moneda boton
        iman coins magnet magnets lithium_battery nail screw pin needle glass marble imanes clavo alfiler canica
    """,
    "pill": """
        remedio remedios remedinho remedinhos comprimido comprimidos medicamento medicamentos medicacao calmante
        calmantes pilula pilulas pill pills cartela cartelas caixa frasco vidro rivotril clonazepam diazepam
        paracetamol dipirona insulina gardenal fenobarbital amitriptilina fluoxetina gotas varfarina marevan
        anticoncepcional tarja pastillas pastilla dose doses ritalina sertralina zolpidem lexotan alprazolam frontal
        losartana quetiapina anticoagulante medication tablets vidrinho tylenol buscopan aspirina metformina captopril
        digoxina carbamazepina depakene xarelto bottle injecao caja blister jarabe paracetamoles xanax ibuprofen
        benadryl tranquilizers tranquilizer sleeping_pills painkillers opioids oxycodone morfina tramadol codeina
        fentanil pastillitas medicina medicinas xarope vidro_de_xarope
    """,
    "box": "cartela cartelas caixa frasco vidro vidrinho bottle box pote blister caja botella",
    "too_many": """
        muitos muitas monte todos todas todo toda tudo todinh* inteira inteiro inteirinh* varios varias demais vazia
        vazio de_uma_vez de_uma_so a_mais em_excesso excesso alem a_dose_errada triplo whole many too_much bottle
        tanto tantos um_monte punhado mao_cheia mão_cheia muchas muchos entire lots trocad* como_20 de_mas entero
        entera demasiad* caja all_of_my all_my all_of_the all_the all_her all_his muchisimas todo_el toda_la
        sobredosis
    """,
    "by_mistake": """
        por_engano errad* dobrad* dobro dose_errada a_mais demais em_excesso triplo dez_vezes vezes_a_dose 10x trocad*
        trocou excesso duas_vezes tres_vezes sem_querer errei errou errado errada
    """,
    "someone_else_pill": """
        remedio_da remedio_do remedios_da remedios_do comprimidos_da comprimidos_do remedio_dos comprimido_da
        comprimido_do remedios_dos
    """,
    "overdose": """
        overdose overdosed overdoz* superdosagem superdose sobredosis coma_alcoolico coma_alcolico overdosing
        coma_diabetico od_on
    """,
    "drug": """
        droga drogas cocaina crack maconha ecstasy bala_na_festa lsd heroina lanca loló lolo cheirou cheirei fumou
        usou k9 mdma doce_na_festa metanfetamina drugs seringa injetou injetei balinha fentanyl heroin cocaine meth
        coke pills_at molly weed_edible
    """,
    "alcohol": """
        alcool bebida bebeu bebado bebada bebeu_muito alcoolizad* alcohol cachaca pinga vodka booze wine drunk tequila
        ron whisky uisque borracho borracha
    """,
    "gas": """
        gas vazamento_gas monoxido aquecedor vazou_gas fumaca amonia cloro carbon_monoxide gas_leak fumes humo
        fuga_de_gas
    """,
    "inhaled": """
        inalei inalou inalando respirei respirou cheirei aspirou aspirei inhaled passei_veneno passou_veneno
        passando_veneno aplicando_veneno pulverizando borrifando breathed_in inhaling inhalo aspiro pulverizei
        dedetizando dedetizei
    """,
    "poisoned": "envenen* intoxic* poisoned poisoning intoxicad* envenenad* chumbinho",
    "venomous": """
        cobra jararaca cascavel surucucu serpente escorpiao escorpioes aranha_marrom aranha armadeira coral snake
        scorpion jararacussu vibora culebra viuva_negra lacraia escorpiaozinho arraia alacran cobras arana tarantula
        rattlesnake viper scorpions bicho_peconhento peconhento bicho_venenoso animal_peconhento bicho_desconhecido
    """,
    "bite": """
        picou picad* pico picaram mordeu mordid* morde bit bitten bite ferroou ferroad* ferrou mordio picó pegou stung
        picaron picadura pisou encostou pisei encostei pegou_em tocou bote abocanhou
    """,
    "sick": """
        vomit* suando tremendo palid* mole molinh* sonolent* confus* inchando inchou inchad* preta preto necros* febre
        mal passando desmai* enjoad* nausea nauseas enjoo salivando dormente roxo roxa dor visao vista turva dizzy
        tossindo delir* alucin* agitad* dor_forte tonteira zonz* quente gelad* fraca fraco coracao cabeca desacordad*
        vermelh* espum* babando falta_ar queimando vomitano tonto* tonta* tontur* tontei* pupila pupilas lacrimej*
        mare*
    """,
    "ill": """
        vomit* suando tremendo palid* mole molinh* sonolent* confus* desmai* enjoad* salivando turva delir* gelad*
        zonz* convuls* roxo roxa fraqueza desacordad* branca branco suor calafrio* febre tonto* tonta* tontur* tontei*
        dizzy mare* mareado mareada
    """,
    # --- pregnancy -----------------------------------------------------------------------------------------------
    "waters": "bolsa liquido aguas waters water fuente",
    "bag_broke": """
        bolsa_estourou bolsa_rompeu bolsa_estoro bolsa_rompida bolsa_arrebent* bolsa_vazando bolsa_rota estourou_bolsa
        rompeu_bolsa waters_broke water_broke rompio_fuente rompio_bolsa perdi_liquido perdendo_liquido saindo_liquido
        liquido_verde bolsa_estoura* perdeu_liquido bolsa_rompendo vazando_liquido rompi_bolsa rompi_fuente
        rompio_aguas se_rompio_bolsa agua_escorrendo_pela_perna escorrendo_agua perdendo_agua vazando_agua
        bolsa_das_aguas broke_waters agua_pelas_pernas agua_nas_pernas agua_pernas liquido_pernas liquido_pela_perna
        descendo_agua aguinha_escorrendo agua_escorrendo water_just_broke waters_have_broken leaking_fluid
        losing_fluid rompi_aguas se_me_rompio_bolsa se_me_rompio_fuente
    """,
    "contraction": "contrac* contracao contracoes contractions contracciones dores_do_parto contracting",
    "labour": """
        trabalho_parto trabalho_de_parto coroando coroou dando_a_luz parindo cabeca_nenem saindo_bebe saindo_nenem
        bebe_vindo nenem_vindo bebe_esta_vindo vou_ganhar_bebe vou_ganhar_o_bebe ganhando_bebe parto_comecou
        parto_comecando cordao_fora saiu_cordao cordao_saiu cordao_saindo in_labor labor_pains ganhar_neném
        vou_ganhar_nenem vou_ganhar_o_nenem pariu parir_agora de_parto bebe_esta_nascendo vai_nascer_agora
        esta_vindo_agora going_into_labor baby_is_coming head_is_out crowning trabajo_de_parto esta_naciendo
        giving_birth premature_labor preterm_labor pujando dolores_de_parto nasceu_em_casa nasceu_no_carro
        nasceu_no_banheiro pari_em_casa pariu_em_casa placenta_nao_saiu placenta_nao_sai nasceu_e_nao_chorou
        nasceu_nao_chora nasceu_roxo pe_saiu pezinho_saiu bumbum_saiu saiu_primeiro bracinho_saiu mao_saiu
        cordao_apareceu
    """,
    "cord": "cordao cordao_umbilical cordon umbilical",
    "miscarriage": """
        perdendo_bebe perdendo_o_bebe perdendo_nenem perdendo_meu_bebe abortando aborto_agora perdi_bebe_agora citotec
        cytotec misoprostol miscarriage miscarrying perdendo_crianca aborto abortei
    """,
    "womb_moves": """
        mexe mexer mexendo mexeu mexeno mexem mexido se_mexe movimenta moving move moverse mueve chuta chutando chutou
        movimentos moved chute da_chute um_chute
    """,
    "stopped_moving": """
        parou_de_mexer parou_mexer parado parou_de_chutar quieto_demais quieto quietinho parou_de_se_mexer sem_mexer
        sem_se_mexer stopped_moving dejo_de_moverse no_se_mueve t_feel_the_baby isn_moving not_moving no_movement
        no_se_ha_movido hasn_moved hasnt_moved no_lo_siento no_siento_al_bebe no_siento_a_mi
    """,
    "pregnancy_bad": """
        sangr* sangue desceu caiu cai tombo queda desmai* convuls* febre_alta contrac* inchad* embac* estrelinh*
        pontinh* caiu_escada vista visao falta_ar dor_forte forte muito_forte insuportavel dura tont* pressao_alta
        blood bleeding fell hemorrag* escorreg* tropec* acidente bateu batida choque
    """,
    "belly": """
        barriga abdomen abdome abdominal ventre utero pe_barriga bexiga estomago belly stomach abdominais um_lado
    """,
    "postpartum": """
        resguardo puerper* pos_parto tive_bebe teve_bebe tive_nenem ganhei_bebe ganhou_bebe depois_do_parto
        tive_meu_bebe pariu cesaria cesarea cesárea parto dei_a_luz ganhei_nenem ganhou_nenem tive_meu_nenem pari
        parto_normal
    """,
    "vision_spots": """
        estrelinh* pontinh* pontos_brilhantes vista_embac* visao_embac* embacad* enxergando_pont* vendo_pont*
        vendo_estrel* luzinhas vista_turva visao_turva vista_piscando visao_piscando vista_brilhando luzes_piscando
    """,
    "high_bp": """
        pressao_alta pressao_subiu pressao_nas_alturas pressao_altissima pressao_muito_alta pre_eclampsia preeclampsia
        eclampsia pressao_disparou
    """,
    # --- babies --------------------------------------------------------------------------------------------------
    "fever": """
        febre febril febrao fever quente_demais fiebre fevre temperatura muito_quente febri ardendo_em_febre
        queimando_febre queimando_de_febre febrinha temperature temp calentura temperatura_de ardiendo
    """,
    "feed": "mama mamar mamando mamou pega_peito pegar_peito suga sugar nurse aceita_peito mamadeira",
    "cry": "chora chorar chorando choro cry",
    "dry": """
        sem_lagrima nem_lagrima olho_fundo olhinho_fundo olhos_fundos moleira_funda moleira_baixa boca_seca
        nao_faz_xixi nao_faz_xixi_desde nao_urina fralda_seca sem_xixi xixi lagrima moleira_afundada desidrat*
    """,
    "pee": "xixi urina urinar urinou urinando mijar mija faz_xixi",
    "vomit_diarrhoea": "vomit* diarreia diarrea vomito vomitos",
    "nonstop": """
        direto sem_parar toda_hora nao_para tudo o_dia_todo a_noite_toda demais desde_ontem muito dia_inteiro num_para
    """,
    "fontanelle": "moleira fontanela",
    "ribs": """
        costela costelas costelinh* barriga_mexendo nariz_abrindo afundando afunda tiragem batimento_asa
        barriga_afundando peito_afundando pescoco_afundando afundando_peito entre_as_costelas ribs costillas
        retraction retraccion retracao retracoes barriguinha_entra barriga_entra hunden_costillas
    """,
    "spots": """
        manchas_roxas manchinhas_roxas pintinhas_roxas bolinhas_roxas pintas_roxas manchinha_roxa
        manchas_vermelhas_que manchas_pretas petequi* pintinhas_vermelhas bolinhas_vermelhas_que mancha_roxa
        pontinhos_roxos pontos_roxos bolinhas_roxinhas manchas_arroxeadas mancha_no_corpo
    """,
    "high_fever": "febre_altissima febrao febre_muito_alta febre_nao_baixa febre_de_40 febre_alta",
    # --- injury --------------------------------------------------------------------------------------------------
    "run_over": """
        atropel* run_over atropell* hit_by_a_car atropelô atropelaram ran_over run_down atropellaron hit_by_a_truck
        hit_by_a_bus hit_by_a_motorcycle got_hit_by was_hit_by arrollaron car_hit truck_hit bus_hit motorcycle_hit
        hit_by_motorbike hit_by_a_motorbike hit_by_a_bike hit_by_a_van
    """,
    "run_over_by": """
        carro_pegou moto_pegou onibus_pegou caminhao_pegou carro_bateu_em moto_bateu_em uma_moto_pegou um_carro_pegou
        passou_por_cima_do passou_por_cima_da passou_em_cima_do passou_em_cima_da passou_por_cima passed_over
    """,
    "height": """
        telhado laje escada escadas arvore andaime andar janela sacada berco trocador cama beliche cavalo moto trator
        predio muro poste pe_de_manga barranco ribanceira bicicleta colo carrinho rede pe_de balanco escorregador
        cadeirao poco silo segundo_andar caminhao stairs roof ladder altura bike escadaria sofa sofá cadeirinha
        cadeira_alta balcony window tree horse bunk bed crib escalera techo balcon arbol ventana caballo cuna
    """,
    "great_height": """
        telhado laje andaime sacada predio poste arvore segundo_andar terceiro_andar ribanceira barranco andar roof
        escadaria silo poco janela muro trator cavalo altura pe_de_manga caminhao balcony ladder tree window techo
        balcon arbol ventana azotea tejado tercer_piso segundo_piso
    """,
    "head": "cabeca cabecinha testa nuca cranio head coco cabeça cocuruto moleira cabeza head_first",
    "hit": """
        bateu bati batida batendo bateram pancada pancadas bateno hit caiu_de cai_de caiu_com quebrou rachou abriu
        chut* coice coiceou martelada paulada pedrada tijolada golpeo golpe bolada cotovelada joelhada porrada soco
        cabecada banged slammed hitting hits golpearon bumped struck pego se_pego choco pegaron caida
    """,
    "head_bad": """
        vomit* sonolent* dormir dormindo desmai* desacord* confus* sangr* sangue sem_nexo sem_sentido afundou
        galo_enorme inconscient* dor_forte estranh* nao_fala ouvido mole molinh* vista visao apagou anticoagulante
        convuls* roxo coisa_com_coisa lembra esquec* dor_de_cabeca enjoad* tonteira bambo dizzy vomiting confused
        unconscious rachou abriu buraco fundo nao_para nao_lembra memoria tonto* tonta* tontur* tontei* knocked_out
        drowsy sleepy bleeding vomits won_wake confundido vomita vomitando sangra dormido dormida adormilado
        somnoliento sangre
    """,
    "fracture_open": """
        fratura_exposta osso_fora osso_para_fora osso_exposto osso_aparecendo osso_saindo osso_furou ver_osso
        aparecendo_osso osso_a_mostra da_para_ver_osso osso_saltado bone_sticking bone_is_out bone_out bone_coming
        open_fracture compound_fracture hueso_afuera hueso_salido hueso_expuesto se_le_ve_el_hueso hueso_fuera
        hueso_se_ve
    """,
    "fracture": """
        quebrou quebrei fratur* partiu broke broken quebrad* deslocou trincou esmagou fractur* quebro
    """,
    "bone": """
        femur quadril bacia coluna pescoco costela costelas cranio fêmur braco perna hip clavicula punho tornozelo
        mandibula tibia canela antebraco ombro
    """,
    "bone_grave": "femur quadril bacia coluna pescoco cranio costela costelas hip bacía",
    "fingers": """
        dedo dedos mao maos braco perna pe orelha finger fingers hand dedinho pedaco ponta_dedo polegar indicador
        mindinho ponta_do_dedo
    """,
    "severed": """
        arranc* decep* amput* esmag* prens* mutil* decepou pendurad* cortou_fora dedo_fora fora moeu triturou moedor
        severed crushed esmagad* separou descolou cut_off ripped_off chopped_off sliced_off torn_off amputated
        arrancado amputo arranco amputado cerceno desprend* desprendio desprendeu
    """,
    "machine": """
        maquina prensa serra motosserra guilhotina moedor furadeira makita lixadeira betoneira esmeril torno machine
        elevador portao porta_carro moenda engrenagem cilindro esteira rolo liquidificador
    """,
    "burn": """
        queim* queimadura* escald* burn burned burnt quemadur* queimô queimado quemo quemaron quemado quemada se_quemo
        pelando burns scalded scald burning_skin quemadura quemaduras
    """,
    "burn_by": """
        oleo agua_quente agua_fervendo fervendo fervente fervida cafe_quente cafe alcool fogo panela acido soda
        quimico explosao gasolina eletric* churrasqueira fritadeira ferro leite_quente sopa caldo cha vapor chama
        fogueira vela gas boiling brasa graxa hirviendo aceite agua_caliente boiling_water hot_water hot_oil
    """,
    "burn_big": """
        rosto peito barriga corpo olho olhos costas bracos braco perna pernas todo toda inteiro inteira bolha bolhas
        pele grau grave muito muita feio feia grande segundo_grau terceiro_grau mao_toda genital pescoco cara criança
        carne_viva soltando piel cuerpo skin body whole
    """,
    "scald": """
        panela agua_fervendo agua_quente oleo oleo_quente cafe_quente cafe_fervendo leite_fervendo sopa_quente
        chaleira agua_fervente fervendo cha_quente agua_hirviendo hot_water boiling_water boiling hot_coffee hot_tea
        hot_soup hot_grease aceite_caliente aceite_hirviendo agua_caliente cafe_caliente oil_fire
    """,
    "spilled": """
        derram* virou virar puxou caiu_em_cima em_cima jogou entornou espirrou derrub* explodiu estourou caiu_no
        spilled all_over over_her over_him over_my cayo_encima se_tiro spilled_on poured fell_on volco se_le_volco
        se_volco derramo tiro_encima cayo jogaram atirou atiraram
    """,
    "on_fire": """
        pegou_fogo pegando_fogo pegano_fogo em_chamas on_fire explosao explodiu incendiou caught_fire in_flames
        se_prendio_fuego prendio_fuego
    """,
    "eye": "olho olhos vista olhinho eye eyes",
    "chemical": """
        acido soda cal cimento cloro agua_sanitaria produto quimico alcool solda amonia tinta cola gasolina thinner
        candida bleach desinfetante
    """,
    "pierce": """
        entrou enfiou furou perfur* atravess* espet* espeto fincou cravou cravad* enfiad* penetr* ficou_preso empal*
        stuck varou furaram enfiaram cravaram clavo enterro incrusto atraveso
    """,
    "sharp": """
        ferro prego faca vidro vergalhao pau madeira arame caneta tesoura furadeira espeto arpao anzol galho lapis
        parafuso haste facao lanca chave_de_fenda estaca garrafa garfo caco cuchillo vidrio hierro varilla palo tijera
        destornillador
    """,
    "electric": """
        choque_eletrico levou_choque levou_um_choque tomou_choque tomou_um_choque tomei_choque levei_choque
        levei_um_choque tomei_um_choque eletrocut* choque_na_tomada choque_no_poste choque_na_cerca choque_tomada
        descarga_eletrica fio_desencapado choque_na choque_no raio_caiu_em atingido_por_raio electrocuted
        faca_na_tomada dedo_na_tomada dio_corriente pego_corriente electrocut* shocked_by levou_uma_descarga
        electric_shock shocked electricuted got_shocked corriente descarga_electrica electrocuto pego_la_corriente
    """,
    "electric_weak": "choque",
    "drown": """
        afog* drown* se_afogou ahogo tiraram_da_agua tirou_da_agua tiraram_ele_da_agua afundou_na_piscina
        caiu_na_piscina caiu_piscina debaixo_da_agua afogamento underwater ahogando_en pulled_from pulled_out_of
        se_ahogo_en casi_se_ahoga ahogado_en se_ahogaba ahogandose_en
    """,
    "crash": """
        acidente acidentei capot* colisao batemos crash wreck bateu_o_carro bati_o_carro bati_carro bateu_moto
        bati_moto bati_a_moto caiu_da_moto cai_da_moto capotamento engavetamento accident accidente moto_bateu
        carro_bateu car_accident car_crash motorcycle_accident bike_accident accidente_de choque_de crashed pileup
        choco_la batida_de_carro batida_de_moto chocaron chocamos choco se_estrello volco volcaron atropello
    """,
    "crash_bad": """
        grave feio feia machuc* ferid* sangr* sangue dor dores preso presa presas desacord* ajuda socorro morto
        morrendo desmai* chao agora perna braco cabeca tont* mal hurt quebr* sem_ar osso nao_mexe samu ambulancia
        falta_ar barriga pescoco injured trapped bleeding stuck broken unconscious man head atrapado sangrando heridos
        lastimad* herido herida senor
    """,
    "trapped": "preso presa soterrad* esmagad* debaixo em_cima prensad* soterrou trapped",
    "fell_on": """
        caiu_em_cima caiu_encima caiu_sobre desabou_em_cima desabou_sobre tombou_em_cima caiu_na_cabeca virou_em_cima
    """,
    "attack_dog": "cachorro pitbull pitbul cao rottweiler dog",
    "mauled": """
        atac* rasg* mord* avanc* dilacer* estracalh* pegou bit mauled arrancou attacked bitten_in mordio ataco
    """,
    "mauled_bad": """
        rosto pescoco cara cabeca sangr* sangue fund* muito rasg* arranc* crianca dilacer* todo toda estracalh*
        braco_todo
    """,
    "kicked": "coice coiceou chifrad* boi_pegou vaca_pegou cavalo_coiceou pisote*",
    "war_head": "cabeca peito barriga desacordad* sangue sangrando rosto ar",
    "beaten": """
        espanc* esmurr* surra apanhei apanhou apanhando agred* agressao bateram_em chutaram chut* socos linch* beaten
        soco murro porrada pontape chutes pancadaria beat_up beating jumped_me golpeada golpeado golpiza paliza pegan
    """,
    # --- sugar ---------------------------------------------------------------------------------------------------
    # An "aparelho" measures sugar, or stands on the teeth.
    "meter": "aparelho",
    "braces": "manutenc* mantenimiento ortodont* ortodonc* apert* dente dentes bracket brackets braces ajuste ajustar",
    "sugar": """
        glicose glicemia acucar dextro destro hgt hgl glico glucose glicosimetro azucar sugar glicemea
        glicoze glicemias sensor medidor
    """,
    "hypo": """
        hipoglicemi* hipoglicem* hypoglycemi* ipoglicemia hipoglisemia hipo_severa hipo_grave crise_de_hipo e_hipo
        cetoacidose hipoglucemia hipo_agora coma_diabetico hypoglycemic low_blood_sugar
    """,
    "sugar_low": """
        baixou_muito baixou_demais muito_baixa muito_baixo baixissim* caiu_muito despencou caindo nao_sobe low lo_no
        marcando_lo deu_lo baixo_demais baixa_demais lo too_low very_low really_low baja muy_bajo dropping dropped
        seta_para_baixo caindo_rapido
    """,
    "sugar_high": """
        marcando_hi deu_hi hi nao_baixa altissim* muito_alta alta_demais muito_alto too_high really_high over_500
        muy_alta alta
    """,
    "insulin": "insulina insulin",
    "sugar_bad": """
        tremendo suando sudorese desmai* mole molinh* gelad* confus* nao_responde nao_fala sonolent* desacord* vomit*
        respirando cheiro_de_fruta halito fruta desorientad* palid* embac* babando enrolad* inconscient* nao_acorda
        suada suado coisa_com_coisa convuls* zonz* fraqueza mal tremedeira esquisit* estranh* suor tonto* tonta*
        tontur* tontei* shaking shaky sweating passing_out temblando sudando confundido vomiting drowsy acidosis
    """,
    # --- violence ------------------------------------------------------------------------------------------------
    "aggressor": """
        marido esposo namorado companheiro ex homem padrasto pai cara vizinho ele filho irmao tio namorada mulher
        esposa patrao genro madrasta husband boyfriend parceiro noivo enteado ladrao assaltante mae
    """,
    "hits_me": """
        me_bate me_bateu me_batendo me_batendo_muito me_agred* me_espanc* me_esmurr* me_enforc* me_estrangul* me_chut*
        me_queim* me_empurr* me_esfaque* me_atac* me_amea* me_sufoc* me_violent* me_abus* me_estupr* bateu_em_mim
        bate_em_mim me_arrast* me_deu_um_soco me_deu_um_murro bate_na_minha_mae batendo_na_minha_mae batendo_em_mim
        bateu_na_minha_mae abusa_de_mim abusou_de_mim abusam_de_mim me_toc*_a_forca beats_me hit_me hits_me
        me_jogou_no_chao me_puxou_pelo me_segura_a_forca tentou_me_matar vai_me_matar quer_me_matar me_matar_se
        me_ameacou_de me_persegu* bate_na_gente bate_nas_criancas batendo_nas_criancas bate_nela batendo_nela
        bate_na_mae bate_no_filho me_deu_soco me_deu_murro me_deu_chute me_deu_pontape me_pega_a_forca carcere_privado
        me_prendeu_em_casa me_golpea me_quiere_matar beat_me hitting_me choked_me esta_me_batendo beating_me
        hit_me_hard choking_me strangled_me threatened_to_kill me_golpeo me_esta_pegando me_amenazo me_amenaza
        trying_to_kill wants_to_kill me_jogou_da_escada me_empurrou_da me_agarrou fui_agarrada me_atirou me_arrastou
        me_queimou me_forcou me_pego_mi me_quiso_matar me_ahorco me_amenazo_con morrer_na_mao morrer_nas_maos
        faca_no_meu_pescoco faca_na_minha_garganta arma_na_minha_cabeca
    """,
    "assault": """
        estupr* violentad* abuso_sexual violencia_sexual violencia_domestica agressao_sexual sexual_assault raped rape
        abusad*_sexual* fui_abusad* foi_abusad* sofri_abuso sofreu_abuso assedio_sexual_agora abusou_sexualmente
        espancad* fui_agredid* foi_agredid* fui_espancad* foi_espancad* abusou_da abusaram_da abusou_do abusaram_do
        abusando_da abusando_do abusaram_de abusou_de mexeu_nas_partes violacion violaron violada abusa_da abusa_do
        abusa_de_mim assaulted raping sexually_abused me_violo me_violaron domestic_violence agarrada_a_forca
        a_forca_ontem fui_agarrada forcada_a molestaram foi_molestad* fui_molestad* molestou_minha molestou_meu
        forcou_relacao forcou_sexo me_forcou_a_transar relacao_forcada sexo_forcado relacao_a_forca was_molested
        got_molested
    """,
    "threat": """
        ameac* me_matar matar_agora invadi* arromb* perseguindo trancad* refem sequestr* matar threat* amenaz*
    """,
    "threat_means": """
        faca arma revolver facao matar morte casa porta fogo knife gun me_matar armado morrer cuchillo pistola
    """,
    "strangled": "estrangul* me_enforcou enforcou_ela esganou esgan* strangl* enforcou",
    "afraid_home": """
        medo_de_voltar_para_casa medo_de_ir_para_casa medo_de_voltar_casa medo_dele medo_do_meu_marido fugi_de_casa
    """,
    # --- general -------------------------------------------------------------------------------------------------
    "unwell": """
        passando_mal passano_mal passado_mal passando_muito_mal passando_mau passando_super_mal passando_bem_mal
        sentindo_mal sentindo_muito_mal mal_demais feeling_very_ill feeling_really_sick se_siente_muy_mal
        me_siento_muy_mal muy_mal_de_salud
    """,
    "unwell_very": """
        muito_mal mal_demais mal_mesmo mt_mal super_mal pessimo mal_do_coracao muito_ruim ruim_demais
    """,
    "very_ill": """
        esta_muito_mal nas_ultimas entre_a_vida esta_muito_ruim esta_mal_demais esta_ruim_demais esta_bem_mal
        esta_pessim* esta_ruim esta_muy_mal muy_grave really_bad_shape
    """,
    "dying": """
        estou_morrendo esta_morrendo esta_morrendo_aqui vou_morrer vai_morrer morrendo_aqui acho_que_morre
        quase_morrendo dying im_dying esta_quase_morrendo ta_morrendo estao_morrendo esta_indo_embora muriendo morreno
        pode_morrer indo_embora_daqui esta_por_morir going_to_die se_muere vo_morrer vo_morre vou_morre about_to_die
        esta_muriendo se_esta_muriendo he_dying is_dying
    """,
    "life_or_death": """
        vida_ou_morte entre_vida_e_morte risco_de_vida risco_de_morte life_or_death caso_de_vida nao_passa_dessa_noite
        nao_passa_de_hoje caso_de_morte caso_morte e_de_vida questao_de_vida alguem_primeiros_socorros
        nocao_de_primeiros_socorros sabe_primeiros_socorros
    """,
    "ambulance": """
        ambulancia samu bombeiro bombeiros ambulance ambulancia_urgente ambulança bombero bomberos medico_agora
        medico_urgente socorro_medico ambulances paramedics paramedic 911
    """,
    "send": """
        chamem chama chamar chamo chamei mandem manda mandar envia enviem envie preciso liga ligar ligue liguem ligo
        precisamos need send call llamen pede pedir chegar chega vem manda_uma traz manden necesito necesita
        necesitamos envien preciso_de alguem_chama chamar_alguem chama_alguem cade mande llama pidan
    """,
    "help_cry": """
        socorro socoro socorram socorre auxilio ayudenme ayudame socorroo acode acudam acuda auxiliem
    """,
    "help_me": "ajuda ajude ajudem ajudar acuda acudam help ayuda acode",
    "plead": """
        pelo_amor pela_amor urgente emergencia rapido desesperad* por_favor_rapido agora please correndo deus depressa
        ya por_dios corre corram ligeiro hurry quickly asap please_hurry god apurense urgente_por auxilio por_el_amor
    """,
    "emergency_word": """
        emergencia emergency emergencias emergensia urgencia emergency_now emergenci* emergencia_medica
        medical_emergency
    """,
    "is_emergency": """
        e_emergencia e_uma_emergencia e_urgencia e_uma_urgencia caso_de_emergencia is_an_emergency es_una_emergencia
        its_an_emergency it_is_an_emergency this_is_an_emergency
    """,
    "testicle": """
        testiculo testiculos bola_do_saco testicular no_saco dor_saco saco_escrotal bolsa_escrotal nos_ovos o_saco
    """,
    "torsion": """
        torceu torcao forte absurda inchou do_nada subit* insuportavel inchad* torcid* de_repente muito horrivel
        demais aguda agudo
    """,
    "board_belly": "dura durinh* pedra tabua rigida inchada_dura",
    "faint_ill": """
        desmai* tont* vomit* febre suando palid* nao_solta nao_consigo_andar horrivel insuportavel gelad* desmaiei
    """,
    "gas_stopped": "nao_solta_pum nem_pum nao_evacua",
    "leg": "perna panturrilha batata_da_perna pernas leg",
    "swollen": "inchada inchado inchou inchadas roxa vermelha inchando swollen",
    "heat": "insolacao calor sol carro_fechado sauna heatstroke",
    "infection": "febre calafrio calafrios infeccao fever infec*",
    "septic": """
        confus* gelad* nao_urina sem_urinar delir* desorientad* palid* mole calafrio* desacord* sonolent*
        tremendo_de_frio fria pressao_baixa urina
    """,
    "dengue": "dengue plaqueta plaquetas",
    "dengue_bad": "gengiva sangr* dor_barriga dor_forte tont* desmai* vomit* manchas abdominal barriga",
    "pressure": "pressao presion pa_de pa_esta pressure",
    # --- beside a sign -------------------------------------------------------------------------------------------
    "hurts_me": "me_machuc* me_forc* me_tranc*",
    "kill_me": "me_mata me_mato",
    "born": """
        nascendo nasceno nacendo coroando vindo_agora naciendo being_born saindo saino sale saliendo nascer_agora
        querendo_nascer para_nascer coroa
    """,
    "trivial": """
        menu papel papelzinho carteirinha senha link pdf site amiga crush muda horario remarca boleto resultado
        entendo abrir atendente cadastro aplicativo app portal login endereco consultorio clinica que_horas horas
    """,
    "apnoea": "apneia ronca roncar polissonografia dormindo",
    "nose_blocked": """
        septo desvio rinite sinusite spray catarro carne_esponjosa adenoide nariz_entup* entupid* nariz_trancado
        pelo_nariz coriza nariz_fechado resfriad*
    """,
    "sun": "sol praia laser depilacao bronze* piscina",
    "minor": """
        galo gelo pomada bolhinha bolhinhas vermelhinh* pouquinho senha leve levinha superficial brincando normal
        lingua marquinha so_uma so_um ponta_da_lingua dedinho risquinho
    """,
    "conditioned": "condicionado ar_condicionado ventilador acondicionado",
    "power": "internet energia luz ligacao cabelo unha conexion llamada aire",
    "tooth": "dente dentes dentinho siso",
    "contraceptive": """
        anticoncepcional pilula antibiotico emendo emendar ciclo tratamento terminei acabei receitou passou prescreveu
        prescritos doutor doutora
    """,
    "years": """
        anos ainda atraso especialista fono fonoaudiolog* autis* desenvolvimento aninhos lingua_presa frenulo sempre
        desde_pequeno gagueja
    """,
    "migraine": "enxaqueca como_sempre de_sempre toda_vez",
    "contact": "contato telefone numero contatos",
    "cancels": """
        cancela cancelar desmarca desmarcar desculpa nao_vou nao_vou_conseguir remarcar remarca adiar nao_vamos
        nao_vai nao_vou_poder
    """,
    "turned_blue": """
        ficando_roxo ficando_roxa ficou_roxo ficou_roxa esta_roxo esta_roxa todo_roxo toda_roxa ficando_azul
        ficou_azul esta_azul todo_azul toda_azul ficando_roxinh* ficou_roxinh* esta_roxinh* ficando_azulad*
        esta_azulad* ficou_azulad* turning_blue turned_blue esta_morado esta_morada poniendo_morado poniendo_azul
        estao_roxos estao_azuis ficando_cianotic* esta_arroxead* ficando_arroxead* ficou_arroxead* esta_roxeando
        roxeando respira_e_para para_e_respira respirando_e_parando turning_purple turned_purple going_blue went_blue
        gone_blue getting_blue lips_blue blue_lips is_turning_blue se_puso_morado se_puso_morada se_puso_azul
        se_esta_poniendo_morado he_is_blue she_is_blue lips_are_blue
    """,
    "will": "vou vo irei juro",
    "serious": "serio verdade hoje",
    "dose_words": """
        receita mandou gotas por_dia ao_dia vezes_ao_dia pode_tomar posso_dar quantas_gotas esta_certo
    """,
    "unwell_past": "passou_mal passei_mal passou_muito_mal passei_muito_mal",
    "sudden_now": "agora aqui agorinha now de_repente",
    "past_unwell": "quando sempre vez as_vezes",
    "throw_self": """
        se_jogar me_jogar se_atirar me_atirar me_jogar_daqui me_tirar tirarme tirarse me_quiero_tirar se_quiere_tirar
        lanzarme lanzarse me_voy_a_tirar
    """,
    "sofa": "sofa cama praia piscina mar rede festa estudos",
    "waking": "acorda acordando acordou acordano desperta despertou waking despierta",
    "early": "cedo tarde despertador alarme",
    "suffered": "sofreu sofri teve tive sofremos aconteceu houve had",
    "one_shot": "tiro bala",
    "dementia": "alzheimer demencia autis* down geriatra",
    "dose_wrong": "dose_errad* remedio_errado remedio_trocado vezes_a_dose 10x",
    "not_feeding": "nao_come nao_comeu nao_comendo nao_quer_comer num_come",
    "crooked_walk": """
        cambale* andando_torto andando_de_lado puxando_perna puxando_da_perna arrastando_perna arrastando_uma_perna
        sem_equilibrio perdeu_equilibrio caindo_para_um_lado caindo_para_o_lado caindo_de_lado nao_firma_perna
    """,
    "pulse": "pulso pulse pulsacao batimento batimentos",
    "lungs": "pulmao pulmoes lung lungs",
    "fill": "enche enchendo abre expande encher",
    "stomach": "boca_estomago boca_do_estomago estomago",
    "crooked_bone": """
        torto torta pendurad* para_fora osso osso_torto deformad* virado virada contrario ao_contrario entortou
    """,
    "hand": "mao hand mano",
    "loud": "alto cansando cansad* cansadinh* demais",
    "enter": "entra entrando entrano vem vindo chega passa passando sai desce descendo",
    "understand": "entende entender entendo entendi entendem understand entiendo entiende",
    "function": """
        fecha fechar abre segura segurar obedece funciona levanta mexe firma respond* close grip assinar escrever
        digitar obedecer vai abrir
    """,
    "dropped": "deixou_cair deixei_cair caiu_da_mao derrubou derrubando deixando_cair cair derruba",
    "remember": "lembra lembrando lembrar lembro remember recuerda",
    "repeating": """
        mesma_coisa repetindo apagao_na_memoria lapso_de_memoria apagao_memoria frases perdeu_memoria perdi_memoria
        branco_total repete repetindo_palavra repete_palavra
    """,
    "ingest_next": "tomar beber engolir ingerir tomo bebo",
    "fatal": """
        veneno chumbinho agua_sanitaria soda remedios_todos todos_os_remedios todos_remedios todo_remedio formicida
        cartela_inteira cartela_toda comprimidos_todos todos_os_comprimidos raticida lavandina cloro lejia nafta
        detergente pila pilas soda_caustica
    """,
    "threatens": "vai quer diz disse dizendo ameacando falando falou",
    "vanish": """
        sumisse morresse desaparecesse nao_existisse nao_estivesse_aqui me_matasse sumir desaparecer sumi desaparece
        ir_embora partir
    """,
    "relief": "melhor alivio falta ninguem todo_mundo todos",
    "ledge": """
        alto_predio alto_do_predio em_cima_da_ponte em_cima_ponte beira_da_ponte beira_ponte parapeito beirada_predio
        jogar_carro jogar_o_carro bater_o_carro_de_proposito no_trilho_do_trem na_linha_do_trem topo_do_predio
        standing_on_balcony standing_on_bridge standing_on_roof standing_on_ledge on_the_ledge
    """,
    "abrupt": "de_repente do_nada subit* na_rua no_chao no_trabalho no_banheiro no_meio",
    "empty": "vazi* acabou_tudo",
    "found": "achei achou encontrei encontrou found",
    "recent": "semana_passada semanas_atras mes_passado",
    "fade": "somem some sumir sumem desaparece desaparecem apagam fade",
    "spot": "manch* pint* bolinh* pontinh* rash",
    "caught": """
        pegou pegando prendeu cortou comeu triturou puxou engoliu pisou chifrou atacou coiceou derrubou mordeu prendi
        ficou_presa ficou_preso esmagou engatou ficou moeu
    """,
    "outlet": "tomada fio fiacao",
    "stuck_in": "enfiou pos meteu colocou botou encostou pegou",
    "wreck": "ferragens ferragem escombros destrocos",
    "touches_me": """
        mexe_comigo mexeu_comigo me_toca passa_a_mao_em_mim passou_a_mao_em_mim toca_em_mim me_tocou
        fazendo_coisas_comigo faz_coisas_comigo faz_coisa_errada_comigo me_obriga
    """,
    "trauma": "soco pancada bateu caiu murro chute saindo escorrendo quebrou",
    "immune": "quimio* transplant* leucemia imunossup* imunodepr* hemodialise cateter",
    "stand": """
        ficar_em_pe ficar_de_pe fica_em_pe fica_de_pe parar_em_pe para_em_pe parar_de_pe andar levantar sentar
        sustenta stand walk caminar pararse
    """,
    "joint": """
        joelho tornozelo lombar ciatico coluna calcanhar hernia esporao artrose torci torceu virei no_pe meu_pe dor_pe
        pe_doendo ombro cotovelo punho quadril
    """,
    "low_bp": """
        pressao_no_chao pressao_chao pressao_la_embaixo pressao_caiu pressao_baixou pressao_baixissima pressao_baixa
        pressao_caindo pressao_despencou pressao_muito_baixa presion_baja low_blood_pressure
    """,
    "deathly": """
        igual_papel igual_vela igual_cera igual_defunto igual_morto igual_morta feito_vela feito_defunto nem_vela
        nem_papel nem_defunto parecendo_morto parecendo_morta parece_morto parece_morta parece_que_morreu
        branca_de_cera cor_de_cera cor_de_defunto como_papel como_vela branc*_igual branc*_feito sem_cor cor_de_morto
        parecia_morto parecia_morta
    """,
    "paint": "parede tinta dente dentes clareamento roupa vestido pele_clara",
    "flapping": "batendo sacudindo pulando tremendo balancando dando_pulo repuxando",
    "stuck": """
        presa preso parou parada entalada entalado atravessad* na_garganta arranhando trava travou travada travando
    """,
    "vaccine_q": "normal golfa golfadinha arroto refluxo",
    "convulsive": "convuls* tremendo tremedeira gemendo gemido roxo mole",
    "potty": "penico desfralde cama noite sozinho ainda vaso",
    "rollover": "capot* overturned volcamos volcadura virou_carro carro_virou onibus_tombou",
    "laugh_car": "sono sofa cama",
    "piercing": """
        piercing brinco orelha tatuagem agulha enfermeira coleta soro acesso dor nodulo cisto caroco unha espinha
        cravo vezes moca picada furo
    """,
    "violent": """
        perfur* atravess* dilacer* decep* amput* esmag* prens* triturou moeu carboniz* explodiu estourou estouraram
        arranc* estracalh* degol* mutil* empal* rachou despedac*
    """,
    "blast": """
        fogos rojao bomba bombinha_de explosao explosivo morteiro botijao detonou firework* explosion explodiu
        explodiram
    """,
    "party": "festa show junina cheiro barulho anunc*",
    "corrosive": """
        acido_de_bateria acido_sulfurico acido_muriatico jogaram_acido jogou_acido soda_caustica cal_virgem
        agua_sanitaria_no
    """,
    "high_tension": "alta_tensao poste cerca chuveiro fio tomada fiacao geladeira maquina rede_eletrica",
    "vaccine_word": "vacina antirrabica dose raiva",
    "beast": "touro boi vaca cavalo onca jacare porco javali bufalo macaco tubarao egua burro bull horse",
    "here_now": """
        aqui_na aqui_no aqui_em na_recepcao na_calcada no_estacionamento na_frente na_sala_de_espera aqui_agora ai_na
        na_garagem na_escada na_porta no_corredor no_patio no_elevador
    """,
    "wrist": "pulso pulsos wrist wrists munecas venas veia veias",
    "self_cut": "se_corta se_cortando se_cortou_de cortou_os_bracos cortou_bracos cortando_bracos",
    "hair": "cabelo unha barba franja",
    "question_who": "qual_medico que_medico qual_especialista acompanha acompanham normal",
    "leave_taking": "cancelar cancela desmarcar pagar pago despeco desisto vou_ter_que avisar",
    "drinks": "tomo toma bebo comio se_tomo",
    "scam": "golpe pix conta ligacao sistema internet brincando rede_social",
    "transport": "levar exame particular orcamento eletiv* alugar fisioterapia transporte remocao",
    "sentence": "terminar_frase completar_frase finish_sentence falar_uma_frase falar_duas",
    "double_sight": """
        vendo_dobrad* vendo_dupl* vendo_em_dobro visao_dupla visao_dobrada vista_dupla enxergando_dobrad*
        enxergando_dupl* vendo_dois vendo_duas_de seeing_double veo_doble vision_doble blurry_vision
    """,
    "blind": "cega cego cegueira blind ciego ciega",
    "became": "ficou fiquei ficando estou",
    "love": "amor paixao raiva",
    "gush": """
        jorr* esguich* espirr* escorrendo pingando sem_parar jato torneira litro chorros borbotones pulsando pulsa
        golfando bombeando
    """,
    "many_stings": "varias muitas enxame picadas ferroadas monte todo",
    "wrong_dose": """
        errei_dose errou_dose dose_errada dose_dobrada dose_de_adulto dobro_da_dose dez_vezes_a_dose superdose
    """,
    "green": "verde esverdeado preto bile sangue jato tudo inchada estufada green",
    "spew": "vomit* golfando vomitano",
    "spine": "pescoco coluna nuca formig* dorment* quadril bacia",
    "beats": """
        batendo_em batendo_na batendo_no batendo_nas bateu_na bateu_no bate_na bate_no bate_em espancando espancou
        surrando socando chutando agredindo agrediu
    """,
    "verbal": "verbalmente moralmente atendimento recepcionista boca cabeca porta carro mesa preco",
    "grave": """
        situacao_grave caso_grave e_grave e_muito_grave e_serio e_muito_serio muito_grave serious is_serious
        caso_serio negocio_serio coisa_seria
    """,
    "come": "venha venham vem vir come vengan ven correndo",
    "collapse": "desplom* collapsed arriou desabou tombou desmoronou",
    "react": "reage reagir reagindo reacciona reaccionando responsive reagiu",
    "season": "rinite poeira poeiras teste exame acaro dipirona pele esmalte",
    "nonstop_heart": "nao_volta nao_para nao_normaliza nao_baixa fraco fraca fraqueza horas hora direto",
    "aspirated": "aspirou aspirando inalou aspirado",
    "feedings": "leite mamadeira leitinho papinha comida agua sopa po",
    "water_in": "agua liquido entrou encharcado",
    "falls": "cai caem despenca pende pendurado pendurada",
    "rises": "levanta levantar ergue",
    "memory_gone": "apagao_memoria perdeu_memoria perdi_memoria perda_de_memoria amnesia lapso_memoria",
    "half_seen": """
        enxergo_metade so_enxergo vejo_metade so_vejo_metade vejo_so_metade metade_das_coisas metade_da_visao
    """,
    "stab_self": """
        me_furar me_esfaquear me_cortar_toda me_queimar me_envenenar pensando_besteira pensando_em_besteira
        pensando_bobagem fazer_uma_merda pegou_corda ja_pegou_corda comprou_corda amarrou_corda corda_na_mao
        arma_na_cabeca gun_to_his_head gun_to_my_head gun_to_her_head
    """,
    "frozen": "paradona paradao travada travado congelou congelada estatica",
    "herpes": "herpes afta dente siso mordi mordeu espinha",
    "mouth": "boca sem_som",
    "spiked": "colocaram_algo_na boa_noite_cinderela minha_bebida batizaram drogaram dopad* drogad* me_dopou",
    "chills": "calafrio calafrios tremendo",
    "address": "aqui_na rua avenida bairro esquina por_favor",
    "appendix": "apendicite apendice peritonite",
    "gangrene": "preto preta necros* gangren* apodrec*",
    "cold_words": "gripa gripe gripad* resfriado catarro sempre_que",
    "gradual": "aos_poucos depois_da_fratura fratura gesso",
    "news": """
        palestra campanha setembro_amarelo perdi_alguem perdeu_alguem alguem_por grupo_de_apoio livro_sobre
        filme_sobre na_escola_voces
    """,
    "training": "braxton treinamento",
    "question_harm": "faz_mal",
    "forms": "forms formulario senha site conta boleto trabalho",
    "rescue": "resgate",
    "instep": "do_pe dos_pes",
    "chronic": "com_frequencia frequente as_vezes de_vez_em_quando sempre_que toda_vez",
    "jet": "jato em_jato",
    "call_192": "liga_192 ligar_192 ligue_192 liga_para_192 chama_192 liga_190 chama_policia",
    "idle": """
        de_rir de_fome de_sede de_vergonha de_saudade de_saudades de_amor de_amores de_tedio de_preguica de_frio
        de_calor de_sono de_medo de_susto de_raiva de_inveja de_curiosidade de_ansiedade de_vontade de_trabalhar
        de_estudar de_cansaco de_orgulho de_tanto de_emocao de_alegria de_nervoso de_paixao de_desejo
        de_coracao_partido com_vergonha com_medo do_coracao_com de_anxiety of_anxiety of_laughter of_hunger of_boredom
        of_curiosity of_embarrassment from_laughing de_hambre de_risa de_cansancio de_verguenza de_sueno de_miedo
        de_aburrimiento de_ganas de_cansada de_cansado de_tanta de_dor_de_cotovelo
    """,
    "sos": "sos",
    "say_name": "dizer_proprio_nome dizer_nome falar_proprio_nome falar_nome",
    "one_eye": """
        um_olho olho_direito olho_esquerdo one_eye left_eye right_eye un_ojo vista_esquerda vista_direita
    """,
    "dark": "escuro escura preto preta apagou apagado black sumiu perdi negro",
    "bruise_eye": "roxo soco maquiagem lapis",
    "soaked": "gaze curativo atadura toalha lencol roupa cama colchao chao pano panos travesseiro",
    "this_life": "dessa_vida desta_vida deste_mundo desse_mundo do_mundo da_face_da_terra",
    "farewell": """
        adeus despedida despediu despedindo pediu_perdao perdao_a_todos goodbye despidio_de adios_para_siempre
    """,
    "last_words": "adeus_a_todos message mensagem carta audio bilhete msg note",
    "painless": "sem_dor sem_sofrer sem_sentir sem_sofrimento rapidamente painlessly without_pain sin_dolor",
    "lethal": """
        que_mata que_matam dose_letal para_morrer para_me_matar lethal to_die letal mortal da_para_morrer
    """,
    "doll": "boneca_de_pano boneco_de_pano boneca boneco trapo pano_de_chao gelatina",
    "wide_eyes": """
        olho_arregalado olhos_arregalados olhar_vidrado olho_vidrado olhos_vidrados olhar_perdido olhar_vago
        olhar_distante olhar_fixo olhando_fixo
    """,
    "kitchen": "receita tomar beber cafe_da_manha cha banho jejum compressa bolsa_de_agua escalda",
    "aneurysm": "aneurisma",
    "exam_room": "exame menopausa academia corrida treino noite",
    "prescription": "receita renovar prescricao comprar",
    "river": "rio represa barragem mar lago frente abismo",
    "from_what": """
        grupo lista praia viagem rugas manchas barriga celulite mapa ferias estria estrias marca espinha espinhas
        whatsapp insta redes
    """,
    "bare_pain": "do_no_peito dono_peito",
    "breastfeeding": "amament* leite mamas mama bico mastite consultora empedrad* amamentacao sutia",
    "menses": "menstru* regra regras period",
    "stanch": "estanca estancar estancou coagula",
    "join_dead": "encontrar encontra_com ficar_com ir_com junto_de reencontrar",
    "hurt_self": """
        me_machuc* me_feri* me_cort* se_machuc* me_queim* me_arranh* me_furo me_corto me_queimo me_arranho me_bato
    """,
    "on_purpose": "de_proposito propositalmente on_purpose adrede a_proposito aliviar alivia para_sentir",
    "crises": """
        duas_crises tres_crises quatro_crises varias_crises crises_seguidas crise_atras_de_crise crises_hoje
        crise_nao_para crise_nao_passa crise_que_nao_para seizures_in
    """,
    "anxiety": "ansiedade panico riso enxaqueca choro rinite alergia gota labirintite nervos",
    "neck": "pescoco cabeca",
    "trapped_in": "prendeu preso_na presa_na ficou_preso ficou_presa entalou_na presa_no preso_no enroscou",
    "middle": "no_meio aqui_no_meio no_centro aqui_dentro",
    "radiates": "desce descendo sobe subindo vai_pro vai_para corre irradia irradiando espalha baja sube",
    "forgot": "esqueceu desaprendeu esqueci_como",
    "basics": "como_anda como_se_anda andar falar como_fala como_se_fala escrever proprio_nome meu_nome",
    "smile": "rindo risada sorri sorrindo sorriso rir",
    "anticoagulant": """
        anticoagulante marevan varfarina xarelto eliquis heparina coumadin warfarin pradaxa clexane enoxaparina
    """,
    "hurt_now": "machucado machucou caiu bateu cortou tombo sangrando corte queda pancada",
    "thinking": "penso pensando pensei imagino imaginando",
    "yet": "ainda por_causa so_nao",
    "shook": "sacudi sacudo sacudindo belisc* joguei_agua bati_no_rosto chacoalh*",
    "nothing": "nada nao_adianta sem_resposta",
    "in_and_out": "indo_e_voltando vai_e_volta apagando_e_voltando",
    "awake": "acordada acordado consciencia desmaio consciente sentidos",
    "wet_self": """
        xixi_na_roupa se_urinou urinou_na_roupa se_mijou fez_xixi urinou_nas_calcas evacuou_na_roupa
    """,
    "neck_crooked": "pescoco_torto pescoco_torceu lingua_para_fora lingua_fora",
    "dive": "mergulh* queda caiu",
    "none_left": "nao_sobrou sobrou_nada sobrou_nenhum acabou_com_a_caixa esvaziou",
    "mosquito": "mosquito pernilongo carrapato dengue cachorro gato",
    "spraying": """
        pulverizando pulverizei pulverizou passando_veneno passei_veneno passou_veneno aplicando_veneno
        apliquei_veneno aplicou_veneno dedetizando
    """,
    "flowing": """
        escorreu escorrendo saiu vazou desceu perdendo perdi descendo pingando verde amarelado com_sangue
    """,
    "deep_breath": "respirando_fundo respiracao_funda respira_fundo_e_rapido kussmaul",
    "thirst": "sede",
    "squeezed": "prensad* esmagad* imprensad*",
    "vehicle_part": "portao porta carro parede moto caminhao",
    "on_me": "em_mim na_gente em_cima_de_mim",
    "armed": "armado armada armados com_arma com_uma_arma com_revolver com_faca com_facao",
    "no_urine": """
        parei_de_urinar nao_urino nao_urina sem_urinar nao_consigo_urinar nao_sai_urina nao_mijo retencao_urinaria
        trancou_urina
    """,
    "soundless": "sem_som sem_voz nao_faz_som sem_conseguir_falar ficou_vermelho ficou_vermelha",
    "threat_me": """
        quer_me_matar vai_me_matar tentou_me_matar tentando_me_matar ameacou_me_matar ameaca_me_matar
        ameacando_me_matar disse_que_me_mata tentou_me_enforcar quase_me_matou_de_bater me_enforcou quiere_matarme
        me_quiere_matar va_a_matarme trying_to_kill_me wants_to_kill_me going_to_kill_me tentou_me_sufocar
    """,
    "asked_whom": "quem_trata quem_cuida medico_trata especialista_trata medico_cuida doctor_treats",
    "loyal": "sou_paciente sou_cliente paciente_da paciente_do paciente_dela",
    "suicide": "suicid* suisid*",
    "bleeding": """
        sangra sangrou sangrando sangrano sangrar sangramento sangramentos hemorrag* bleeding bleed bleeds sangram
    """,
    "prescribed": """
        que_o_doutor que_a_doutora que_doutor que_doutora receitou prescreveu que_o_medico que_a_medica como_mandou
        do_tratamento do_antibiotico do_anticoncepcional
    """,
    "visit": "consulta horario exame retorno dia data",
    "driven_in": "se_clavo le_clavaron lo_apunalaron la_apunalaron le_clavo",
    "hand_on": """
        mao_no mao_em segurando segurou apertou agarrou hand_on clutch* clutching grabbing grabbed holding agarrandose
        agarra agarrado
    """,
    "bruise": """
        hematoma coleta injecao raiva frio batom olheira olheiras soro acesso manga cabelo braco furou furaram furada
        perna enfermeira dedinho dedo pe dedao joelho olho arm nurse canela coxa portao predio tornozelo vergonha
        resultado portal tela prontuario
    """,
    "makeup": "foto selfie protese preenchimento batom lente aparelho cirurgia_plastica botox harmonizacao",
    "tongue_lips": """
        lingua glote garganta beico beicos labio labios tongue lips lengua beicinho beicinhos labinho
    """,
    "fast": """
        rapido rapid* agora subit* do_nada de_repente minutos depois acabei hoje alergia alergic*
        de_uma_hora_para_outra rapidinho
    """,
    "wrong": "errad* 100 trocad* dobro demais a_mais muito botei coloquei",
    "newborn": """
        recem_nascid* recemnascid* newborn prematur* dias_de_vida newborns days_old day_old weeks_old week_old
        dias_de_nacido recien_nacid*
    """,
    "high": "alta altissima alto nao_baixa nao_abaixa sem_baixar high muito muita burning muy_alta",
    "moan": """
        gemendo geme gemente gemido gemidos quietinh* moaning grunting whimpering quejandose quejido gemer geme_muito
        gemeu
    """,
    "sunken": "funda fundo afundad* baixa inchad* abaulad* estufad*",
    "postop": "operad* operei operou cirurgia resguardo quimio quimioterapia transplant* parto",
    "child_hurt": "galo braco perna nao_anda roxo nariz",
    "debris": """
        escombro escombros carreta caminhao carro ferragens ferragem maquina muro parede terra laje elevador porta
    """,
    "self": "me mim eu estou",
    "hurt": """
        machuc* ferid* sangr* costela quebr* olho doendo dor tont* vomit* desmai* roxo inchad* roxa cabeca
    """,
    "out_of_body": "fora saiu saindo apareceu sale salio asoma aparecendo",
    "in_me": "na_barriga minha_barriga dentro_de_mim em_mim",
    "urgent": "urgente depressa correndo rapido agora morrendo desesperad*",
    "saint": "nossa_senhora rua avenida bairro hospital primeiros_soc* curso pronto_soc* maria",
    "joke": "kombucha reunion",
    "unbearable": """
        insuportav* nao_aguento nao_consigo_andar nao_consigo_nem andar desmai* terrivel horrivel absurda pior
    """,
    "cold": "gelad* fria frio geladinh* cold",
    "eaten": "comi comeu comer jantei jantou almocei almocou",
    "body": """
        barriga perna coxa braco peito cabeca pescoco mao pe costas corpo roupa cabelo olho rosto cara nadega costela
        ombro dedo face chest belly leg arm pernas maos pes bracos dedos costelas ombros joelho
    """,
    # --- what speaks for another time, another meaning or a question -----------------------------------------------
    "past": """
        ano_passado anos_atras ano_atras meses_atras mes_atras decada quando_era quando_eu_era na_infancia de_crianca
        em_janeiro em_fevereiro em_marco em_abril em_maio em_junho em_julho em_agosto em_setembro em_outubro
        em_novembro em_dezembro no_passado antigament* na_epoca uma_vez_na_vida na_outra_clinica na_gestacao_anterior
        gravidez_anterior primeira_gravidez outra_gravidez gestacao_anterior ultima_gravidez last_year years_ago
        months_ago last_month year_ago ano_pasado hace_anos ja_tive ja_teve ja_sofreu ja_sofri ja_infartou ja_infartei
        ja_desmaiou ja_desmaiei ha_tempos faz_tempo ha_muito_tempo outro_dia anos_atrás ex_paciente pos_infarto
        pos_avc pos_operatorio infantil retrasad* semana_retrasada ultimo_avc antiga antigo antigas ha_um_tempo
        ha_algum_tempo faz_um_tempo tempos_atras uns_tempos hace_tiempo a_while_ago
    """,
    "lasting": "ha_ano faz_ano ha_anos faz_anos ha_meses faz_meses cronic*",
    "present": """
        estou esta estao agora agorinha sentindo tendo dando continua continuo voltou piorou piorando comecou de_novo
        acabou_de neste_momento hoje is am are now estoy hoy ahora de_repente do_nada igual_ano igual_ao_ano igual_da
        igual_a_da como_ano_passado que_nem_ano_passado igual_daquela igual_outra_vez da_outra_vez
    """,
    "laugh": """
        k kk rs rsrs rsrsrs haha hahaha hehe hehehe kkj lol brincadeira brinks risos kkkk jaja jajaja jajajaja jeje
        jejeje
    """,
    "cause": """
        de_rir rir de_susto de_raiva de_fome de_sono com_preco com_o_preco com_o_valor com_valor saudade saudades
        de_amor de_tedio ansiedade_rs de_emocao emocao com_orcamento demora financeir* flamengo corinthians palmeiras
        comida_boa de_vontade vontade_de_comer ar_condicionado perfume_da de_frio de_esperar de_cansaco de_trabalho
        na_fila de_calor de_tanto anxiety excitement laughing laughter boredom curiosity hunger com_conta com_boleto
        com_mensalidade com_cobranca com_fatura com_gasto com_parcela esse_preco esse_valor esse_conta esse_boleto
        esse_mensalidade esse_orcamento esse_cobranca esse_fatura esse_gasto esse_parcela essa_preco essa_valor
        essa_conta essa_boleto essa_mensalidade essa_orcamento essa_cobranca essa_fatura essa_gasto essa_parcela
        desse_preco desse_valor desse_conta desse_boleto desse_mensalidade desse_orcamento desse_cobranca desse_fatura
        desse_gasto desse_parcela dessa_preco dessa_valor dessa_conta dessa_boleto dessa_mensalidade dessa_orcamento
        dessa_cobranca dessa_fatura dessa_gasto dessa_parcela nesse_preco nesse_valor nesse_conta nesse_boleto
        nesse_mensalidade nesse_orcamento nesse_cobranca nesse_fatura nesse_gasto nesse_parcela pelo_preco pelo_valor
        pelo_conta pelo_boleto pelo_mensalidade pelo_orcamento pelo_cobranca pelo_fatura pelo_gasto pelo_parcela
        pela_preco pela_valor pela_conta pela_boleto pela_mensalidade pela_orcamento pela_cobranca pela_fatura
        pela_gasto pela_parcela vi_preco vi_valor vi_conta vi_boleto vi_mensalidade vi_orcamento vi_cobranca vi_fatura
        vi_gasto vi_parcela ver_preco ver_valor ver_conta ver_boleto ver_mensalidade ver_orcamento ver_cobranca
        ver_fatura ver_gasto ver_parcela vendo_preco vendo_valor vendo_conta vendo_boleto vendo_mensalidade
        vendo_orcamento vendo_cobranca vendo_fatura vendo_gasto vendo_parcela vejo_preco vejo_valor vejo_conta
        vejo_boleto vejo_mensalidade vejo_orcamento vejo_cobranca vejo_fatura vejo_gasto vejo_parcela pagar_isso
        pagar_essa pagar_esse pagar_tudo de_pagar de_prova de_provas tanta_prova tanta_conta com_o_gol com_aquele_gol
        com_gol com_jogo com_esse_jogo com_time com_essa_demora com_a_demora na_prova de_tanta de_orgulho de_ciume
        de_inveja de_rabia de_la_rabia com_ar_condicionado de_ar_condicionado aire_acondicionado que_me_cobraron
        lo_que_me_cobraron las_cuentas the_bill the_price the_cost apaixonad* de_paixao responderem com_site
        com_a_prova boletos de_trabalhar com_as_contas com_as_provas em_boleto com_essa_noticia do_procon de_comprar
        do_flamengo com_o_site quando_vi_conta se_nao_tiver_vaga se_nao_me_responderem
    """,
    "idiom": """
        de_cortar_coracao coracao_na_mao de_coracao meu_coracao_e no_fundo_coracao coracao_partido matar_a_aula
        matar_saudade matar_curiosidade matar_a_sede matar_do_coracao lindo_de_morrer morta_com voces_vao_me_matar
        vao_me_matar espera_me_mata demora_me_mata preco_me_mat* quase_me_mat* ainda_me_mat* tiro_e_queda fez_boca
        tiro_no_escuro tiro_no_pe morrer_que prefiro_morrer_do desmaio_quando desmaio_se passo_mal_quando parei_de_ter
        parou_de_ter nunca_mais_tive nunca_mais_tive_crise nao_tive_mais fico_tonta_quando mi_mate
        com_coracao_apertado morrer_tentando inconsciente_coletivo dying_to killing_me faint_when bit_faint
        blood_was_boiling head_is_exploding_with esta_de_matar matar_a_fome morto_com nao_vivo_sem me_mato_trabalhando
        me_mato_estudando me_matou_do_coracao quase_me_matou desmayo_siempre desmayo_cuando desmaio_sempre
        morrer_a_fazer morrer_a_esperar de_sono nem_respira respira_para_falar aperta_de_saudade doi_de_saudade
        doendo_de_saudade apertado_de_saudade dor_de_saudade
    """,
    "service": """
        quanto_custa quanto_e quanto_fica qual_valor qual_o_valor qual_preco valor_do valor_da preco_do preco_da
        exame_de exame_para exames_de exame_do teste_de voces_atendem voces_tratam voces_fazem atendem_paciente
        atende_paciente trata tratam tratamento_de tratamento_para tratar especialista_em especialista_de medico_de
        medico_para que_trata atendem atende fazem cuidam quem_teve quem_tem quem_ja para_quem pacientes_com
        pessoas_com paciente_com curso_de curso palestra campanha consulta_de avaliacao_de risco_de prevencao_de
        prevenir evitar medo_de historico_de antecedente historico antecedentes sequela* reabilitacao recuperacao_de
        caso_de_alguem laudo relatorio pericia vacina_contra o_que_e o_que_causa o_que_significa what_is how_much
        do_you_treat pode_causar pode_dar posso_ter causa causar se_eu se_ele_tiver se_ela_tiver se_alguem se_tiver
        se_der se_sentir se_acontecer caso_eu caso_ele caso_tenha caso_ela lembrando_de previne desmaiar_na
        medo_desmaiar grupo_de_apoio perdi_alguem perdeu_alguem alguem_por acompanhamento_de controle_de atestado
        receita_de receita_para remedio_para exame_toxicologico toxicologico fisioterapia vou_tirar cobre_parto
        cobre_emergencia si_se_me si_me atienden
    """,
    "follow_up": """
        laudo relatorio pericia sequela* reabilitacao fisioterapia retorno acompanhamento controlad* tratamento
        atestado receita renovar historico eletroencefalograma faleceu morreu falecido falecida falecimento morreram
        dpvat cicatriz cicatrizes alta_do ja_passou ja_melhorou melhorou ja_esta_bem ja_estou_bem estou_bem
        hoje_estou_bem cirurgia_de prevencao rotina controle_de em_controle fazer_controle recuper* fono fonoaudiolog*
        hereditari* check_up checkup controlada
    """,
    "over": """
        ja_passou ja_melhorou ja_melhorei ja_esta_bem ja_estou_bem passou_a_dor gracas_a_deus_nao era_so nao_foi_nada
        sarou ja_sarou melhorou melhorei recuperad* esta_melhor estou_melhor estou_bem ja_resolveu ja_voltou_ao_normal
        voltou_ao_normal ja_foi_investigad* ja_investig* era_muscular foi_muscular
    """,
    "died": """
        morreu faleceu morreram falecido falecida falecimento faleceram perdi_meu perdi_minha died murio fallecio
    """,
}
