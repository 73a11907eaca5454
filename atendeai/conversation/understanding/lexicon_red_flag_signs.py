"""Which notions near each other are a sign of danger, and what excuses one; recall first. The grammar is in `notions`.

Kinds: an `event` may lie in the past ("teve um infarto há anos"), a `felt` sign is felt while it lasts ("dor no peito
há meses"), a `figure` is often only a manner of speaking ("quase infartei com o preço"). Nothing here diagnoses: a
sign only puts the emergency number before anything else.
"""

from __future__ import annotations

SIGNS: list[tuple[str, str, str]] = [
    ("chest_pain", "felt", """
        chest pain ~8 -instep -breastfeeding
        pain middle radiates ~10
        chest ache ~10 -instep -breastfeeding
        uneasy in_chest ~4
        chest sweat|pale ~8
        chest hand ~4
        in_chest hand_on ~4
        racing heart arm|sweat|pale|dim|about_to_fall|no_air|pain|faint|ill|nonstop_heart ~11
        racing|heart dim|about_to_fall|no_air ~10
        bare_pain
        heart|racing heart_rate ~6
        arm arm_pain sweat|ill chest|infarct|face ~11
        pain arm chest|heart|infarct ~10
        stomach ache sweat|arm|pale ~12
        unwell heart ~5
    """),
    ("chest_pain", "felt figure", """
        heart pain ~7 -leave_taking
        heart ache ~9 -leave_taking
        heart sweat|pale ~8
    """),
    ("unconscious", "dead", """
        i_think dead ~6
    """),
    ("chest_pain", "event", """
        angina
    """),
    ("chest_pain", "event figure", """
        infarct
    """),
    ("unconscious", "event", """
        arrest
        !pulse
    """),
    ("breathing", "felt figure", """
        no_air -conditioned
        suffocate
        !breathe -nose_blocked
    """),
    ("breathing", "felt", """
        breathing bad ~6 -apnoea -nose_blocked
        deep_breath spew|sugar|meter|ill|diabetic|thirst ~8
        child breathing severe ~4 -nose_blocked
        !strength air ~6
        chest wheeze ~4 -cold_words
        wheeze !speak ~12
        lungs close|!fill ~6
        lack air ~1 -conditioned
        !enter air ~5 -conditioned
        choke -apnoea -chronic
        ache breathe ~5
        asthma asthma_bad ~6 -prescription
        asthma !sentence ~12
        turned_blue -bruise
        lips blue ~6 -bruise
        baby blue ~6
        saturation oxygen_low ~7
        wheeze breathing|severe|lips|loud ~7 -cold_words
        child ribs ~10
        aspirated object|spew|feedings|poison|choke ~5
        lungs water_in ~3
        ribs wheeze|breathing|bad ~6
        smoke inhaled sick|no_air|!breathe ~10
    """),
    ("stroke", "felt", """
        face crooked ~6 -makeup -tooth
        half smile ~6
        speech slurred ~6 -years
        speech|speak !understand person ~8 -to_us>
        !speak person -to_us> -years ~6
        !speak limb|face|crooked ~10 -to_us>
        !say_name
        limb powerless sudden|half|side ~10
        half powerless ~6
        !move limb ~6
        limb !function sudden|dropped|side|face ~10
        dropped limb|speech|face ~10
        dropped crooked|repeating ~8
        side !respond|!function ~3 -joint
        forgot basics ~4 -trivial>
        limb falls speech|face|rises|side ~7
        speech slurred|stuck ~3 -years
        sudden crooked_walk ~8
        !move half ~6
        !stand sudden|confused|dim|sweat|fell|speech|crooked ~9 -joint -cancels
        !stand ill|fever|belly ~11 -joint
        !feel legs ~5
        lost strength ~5 -trivial> -gradual
        lost sight ~5
        half_seen sudden ~7
        one_eye dark ~5 -bruise_eye
        sight dim ~5
        double sight sudden|headache|limb|speech ~10
        double_sight sudden|headache|crooked_walk|ill|limb|half ~10
        blind sudden|became ~4 -love
        !see sudden|eye ~6 -to_us> -trivial>
        person confused sudden|elder|fever|speech|sweat -dementia ~8
        sweat pale|limp|confused|dim ~8
        pale limp|confused|dim|cold ~8
        cold limp|confused|blue|!respond|!pee ~8 -conditioned
        !recognise person -dementia ~7
        !recognise shake|fever|sick|confused ~8 -dementia
        person !remember|repeating sudden|hit|head ~11 -dementia -trivial> -visit>
        memory_gone person|sudden ~4
        headache thunder severe|sudden|sick ~10 -migraine -forms
        headache thunder ~6 -migraine -forms
        fever stiff_neck ~10
        headache fever jet|spots|stiff_neck|confused|vomit ~10
        headache stiff_neck ~11
        stiff_neck sick ~8
    """),
    ("stroke", "event", """
        stroke stroke_of|now|again|person ~6
        paralysed half|limb|body ~5
    """),
    ("bleeding", "felt", """
        blood much ~6 -bloodtest
        blood gush ~5 -bloodtest
        blood spots ~8
        anticoagulant hurt_now ~10 -bloodtest
        blood !stop ~8 -bloodtest
        !stanch
        blood soaked ~5 -bloodtest -minor
        haemorrhage
        vomit blood ~5 -minor -bloodtest
        blood from ~5 -bloodtest -minor
        black_stool
        pregnant bleeding ~11
        pregnant blood -bloodtest ~11
        lost blood ~5 -bloodtest
        cut !stop ~8
        cut gush ~8 -bloodtest
        wound opened blood ~9
        wound opened ~4 -minor
        nose blood now|!stop|much ~8
        nose blood trauma ~11
        pads pads_many ~7
        menses pale|ill|faint|dim ~9 -bloodtest
        blood_urine
        blood ill ~10 -bloodtest
    """),
    ("bleeding", "event", """
        cut deep ~10
    """),
    ("bleeding", "event figure", """
        stab
        driven_in sharp|body|person ~6
        shot|one_shot hit_by ~4
        shot blood|person -bloodtest ~6
    """),
    ("self_harm", "mortal", """
        kill_self -threat_me
        suicide -news
        wish suicide ~4
        !kill_self yet ~6
        ingest_next fatal will|wish|threatens ~6
        kill_me will|wish|serious ~5 -threat_me
        end_all -from_what
        wish die ~6
        wish means jump ~7
        die tired ~10
        tired living|live ~5
        !live wish|!wish ~5
        !wish live ~5
        tired living ~6
        !wish living|live ~5
        worthless
        vanish this_life ~2
        vanish relief ~7 -sofa -trivial>
        ledge
        farewell ingest|pill|means ~6
        farewell last_words ~3 -trivial>
        die painless|means|pill ~5
        pill|poison lethal ~4
        cut_self -power
        cut wrist ~3 -bloodtest
        self_cut person|wish ~5 -hair
        means means_held ~6
        jump heights ~10
        thinking heights ~6 -trivial>
        wish|threatens|will throw_self -sofa ~2
        throw_self heights|river ~4 -sofa
        voices die|kill_self|jump|cut_self ~8
        death_thoughts
        afraid_self
        tired ingest_next|ingest pill|means ~14
        wish join_dead died|dead ~9
        hurt_self on_purpose ~3
        stab_self
        attempt
        gun_now kill_self ~10
    """),
    ("unconscious", "event figure", """
        faint
        person blackout -phone ~7
        blackout abrupt -phone ~5
        treco treco_of person ~7
        treco person ill|crooked|!speak|fell ~8
    """),
    ("unconscious", "felt", """
        unconscious
        !wake person -early ~7
        !waking -early
        shook nothing|!respond|!wake ~6
        in_and_out awake ~12
        !wake fell|blackout|ill|limp|dead|respond ~8
        !respond person -messages> ~7
        !respond ill|fell|limp|blackout|sweat|pale|unconscious|blue|floor ~8
        fell !respond|!speak|!rise ~10
        stiff_fall
        frozen fell|!speak|!respond|!react ~7
        !react -messages>
        person collapse ~3
        person fell floor ~7
        person fell plead|here_now ~8 -scam
        fell hand_on chest ~11
        lost conscience ~4
        dim
        about_to_fall
        child limp -tooth ~8
        limp doll ~4
        elder|person limp|not_awake ill|sweat|!respond|!speak|fever|blue|dim -tooth ~10
        child not_awake ~8
        person limp sweat|pale|!respond|diabetic ~8
        person not_awake !respond|now ~9
        not_awake foam ~5
        !feel heart|pulse ~4
        rolled_eyes
        rigid blue ~5
        rigid wide_eyes ~6
        wide_eyes !respond|!speak ~7
        deathly -paint
        person sweat pale|!respond|!speak|blue|ill ~8 -conditioned
    """),
    ("unconscious", "event", """
        seizure_word
        epilepsy fit ~7
        had_fit -infarct -anxiety
        crises person|now|!stop ~7 -anxiety
        treco flapping|shake ~6
        foam fit|shake|person|rigid ~7
        thrash person|floor|foam|whole_body ~7
        shake whole_body person|child|fever|rolled_eyes ~9
        shake rolled_eyes|foam ~9
        wet_self rigid|fell|shake|faint|rolled_eyes|!respond|limp ~9 -potty
        shake !respond|!wake|unconscious ~9
        limb flapping !respond|rolled_eyes|foam ~9
        rigid shake ~9
        child shake fever|rolled_eyes|limp ~9
        tongue bit person|shake|foam ~7
        fit rigid|foam|rolled_eyes ~8
    """),
    ("allergic", "felt", """
        airway close ~6 -nose_blocked
        airway swell ~6
        swelling_place swell allergen ~11 -herpes
        neck_crooked allergen|dive ~12
        in_chest close ~3
        swelling_place swell fast|severe|!swallow|no_air|!breathe|voice_gone ~10
        tongue_lips swell ~5 -herpes
        anaphylaxis
        stinger swell|ill|no_air|!breathe ~11
        stinger airway|tongue_lips|mouth|many_stings ~6
        allergy reaction severe ~6
        allergy swell|no_air|!breathe|close|severe ~8
        allergy wheeze|voice_gone|spew ~9 -season
        allergen skin_all swell|no_air|!breathe|ill|airway ~14
        !swallow voice_gone|airway|swell|foam ~8
        allergen no_air|!breathe ~11
    """),
    ("other", "event", """
        ingest poison -joke ~6
        drinks fatal ~2
        poison mouth child ~8
        ingest danger_object ~5
        child ingest object ~8
        ingest object soundless|!swallow|!breathe|choke|ache|stuck ~9
        object airway voice_gone|person|!speak|!breathe|choke ~8 -cold_words
        ingest pill too_many ~10 -prescribed
        ingest box|pill too_many|box ~10 -contraceptive
        ingest someone_else_pill person ~10
        child ingest pill ~9 -contraceptive -dose_words
        many_pills ingest ~5
        pill|box empty person|found ~10
        pill none_left ~12
        insulin too_many|by_mistake|wrong ~8 -bloodtest
        pill by_mistake ill|child|dose_wrong|breathing ~12
        wrong_dose pill ~5
        overdose
        drug ill|!wake|!respond|blackout|shake|heart|chest|too_many|fell ~9
        alcohol blackout|!wake|unconscious|limp|fell ~9
        alcohol pill blackout|!wake|limp|sick|too_many ~10
        spiked ill|person|!wake|powerless ~7
        gas ill|faint ~10
        inhaled poison|gas ~6
        spraying sick|ill ~14
        poisoned
        venomous bite ~7
        bite ill|double_sight|no_air ~9 -mosquito
        venomous person sick|swell ~9
        poison sick|unwell_past|unwell ~11 -question_harm
    """),
    ("other", "felt", """
        pregnant pregnancy_bad -bloodtest ~11
        pregnant fever severe|fever_any|septic|chills ~9
        pregnant belly severe|ache|rigid ~11
        pregnant headache|vision_spots|!breathe|no_air ~11 -question_who
        pregnant swell severe|now|face ~9 -question_who
        pregnant high_bp present|severe ~9 -question_who
        weeks blood|contraction|waters|belly ~11
        bag_broke
        waters flowing pregnant|weeks ~10
        weeks baby !womb_moves|stopped_moving ~14
        baby !womb_moves ~6
        !feel baby womb_moves|pregnant|weeks ~10
        !feel in_me ~5
        baby stopped_moving ~6
        contraction minutes_apart|weeks|severe ~7 -question_who -training
        labour
        baby born -tooth ~6
        cord out_of_body ~5
        miscarriage blood|severe|much|now ~8
        postpartum fever|blood|dim|faint ~13
        high_bp headache|vision_spots|ill|faint ~10
        newborn fever|!feed|not_feeding|!wake|limp|blue|high_fever ~11
        baby fever high|!feed|not_feeding|limp|moan ~11
        newborn fever_any ~11
        newborn spew ~8 -vaccine_q
        baby spew green ~8
        newborn convulsive ~8
        baby !feed|not_feeding limp|fever|now|!cry|moan ~10
        child moan ribs|limp|fever|!feed|not_feeding|!cry ~10
        baby moan ~6
        fontanelle sunken ~5
        child dry vomit_diarrhoea|!pee|!cry|fever|limp ~12
        child !pee ~6 -potty
        child vomit_diarrhoea dry|nonstop ~7
        child spew limp ~10
        child spots fever ~12
        spots fever ~10
        spot !fade ~7
        spot fever child high|limp|!feed|fever_high ~11
        child fever fever_high ~11
        fever fever_high ~7
        fever confused ~8
        fever septic elder|postop ~10
        infection septic -conditioned ~8
        immune fever|fever_any|chills ~10
    """),
    ("other", "event figure", """
        run_over
        hit head ~5 -minor
        hit head head_bad ~14
        drown
    """),
    ("other", "event", """
        fell great_height ~6
        fell height spine ~10
        fell height head|head_bad|!move|!rise|blood|child_hurt ~11 -minor
        baby fell ~5
        fell head head_bad|blood ~12
        child fell ill|not_awake ~11
        elder fell !rise|bone_grave|head|fracture ~10
        kicked war_head
        fracture_open
        fracture bone_grave ~5
        fracture bone now|fell|crooked_bone|blood ~8
        limb crooked_bone fell|crash|hit ~10
        fingers severed ~6
        machine fingers caught ~7
        neck trapped_in ~3
        fingers machine pain|cut|trapped|pierce ~10
        burn burn_by ~8 -sun -minor
        burn burn_big ~6 -sun -minor
        scald spilled ~8 -minor
        scald fell ~5 -minor
        scald body ~5 -minor -kitchen
        spilled burn_by person ~9
        on_fire body|person ~8
        eye chemical ~6
        corrosive body|person ~6
        eye pierce|sharp ~7
        pierce sharp body|person ~9 -bloodtest
        pierce body ~3 -bloodtest -piercing
        violent body ~5 -tooth -piercing
        squeezed machine|person|vehicle_part ~5
        blast body|person|hand|on_me ~5 -party
        electric
        electric_weak high_tension ~4
        outlet stuck_in ~7
        electric_weak person fell|burn|faint|heart|unconscious ~9
        crash crash_bad ~10
        rollover -laugh_car
        crash suffered person ~7
        trapped debris person|self|no_air|hurt ~8
        trapped wreck ~5
        run_over_by person ~4
        run_over_by body|limb ~4
        fell_on person|body ~8
        attack_dog mauled person|mauled_bad ~8 -vaccine_word
        beast mauled|caught person|body ~6
        sugar sugar_out ~8
        meter sugar_out -braces ~8
        sugar|meter sugar_low|sugar_high ~6
        sugar|meter sugar_bad ~7
        hypo person|now|ill|severe|sugar_bad ~8
        diabetic sugar_bad ~8
        insulin !eaten sugar_bad ~10
    """),
    ("other", "event", """
        hits_me
        threat_me
        aggressor hurts_me ~6
        aggressor gun_now ~7
        person touches_me ~7
        assault -verbal
        threat threat_means|hurt ~7
        strangled
        aggressor threatens kill_me ~9
        person armed ~3
        armed here_now ~6
        person beats person ~3 -verbal
        beaten self|person|hurt ~8
        afraid_home
    """),
    ("other", "felt figure", """
        unwell person|severe|unwell_very -conditioned ~6
        unwell -cancels -conditioned -past_unwell
        unwell_past sudden_now|severe person ~8
        person very_ill ~6
        help_cry -saint -trivial>
        life_or_death
    """),
    ("other", "felt figure mortal", """
        dying -phone
    """),
    ("other", "felt", """
        is_emergency
        grave plead|come ~6 -trivial>
        emergency_word alone|here_now -contact ~3
        sos single
        emergency_word plead|help_me ~6 -contact -trivial>
        send ambulance|rescue ~5 -transport>
        call_192
        ambulance plead|now|address ~6 -transport>
        help_me plead hurt|urgent|dying ~8
        pressure pressure_high ~8
        pregnant|weeks pressure pressure_raised ~11
        pressure pressure_low ~6
        low_bp faint|sweat|pale|cold|limp|confused|dim|about_to_fall|elder|severe ~8
        testicle torsion|sudden|severe ~8
        belly board_belly|gas_stopped faint_ill|severe|ache ~12
        belly ache unbearable ~8
        no_urine|!pee belly ~8
        ache sweat|about_to_fall ~8 -exam_room
        ache aneurysm ~12
        appendix ache|fever ~7
        ache side fever ~8
        leg swollen no_air|chest|!breathe ~14
        heat ill|confused|unconscious ~11
        diabetic gangrene|fever ~8
        dengue dengue_bad ~12
        person blue|sweat ill|pale|cold -conditioned -bruise ~7
    """),
]  # fmt: skip
