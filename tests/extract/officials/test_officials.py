"""Named officials: names joined to offices and ranks, and one person for all his namings."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Defense Minister Jonas Berg spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg, the Norwegian defense minister, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg (L), chief of the Norwegian navy, spoke.", {"Jonas Berg": "service_chief"}),
        # chosen to head a body
        ("Rear-Admiral Jonas Berg was promoted to head the Norwegian Navy.", {"Jonas Berg": "service_chief"}),
        ("General Jonas Berg has been chosen to lead the Norwegian Armed Forces.", {"Jonas Berg": "chief_of_defense"}),
        ("General Jonas Berg was asked to lead the way.", {"Jonas Berg": "military_officer"}),
        # several who hold one office, behind a colon
        (
            "Two of them hold the office of defence minister: Jonas Berg of Norway and Mads Holm of Denmark.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "The secretaries of the security councils met: Jonas Berg of Norway and Mads Holm of Denmark.",
            {"Jonas Berg": "national_security_adviser", "Mads Holm": "national_security_adviser"},
        ),
        ("This was told by the defence minister: Jonas Berg of Norway was late.", {}),
        # who in uniform is called a defence chief, and who is a minister
        ("General Jonas Berg, Norway's defence chief, spoke.", {"Jonas Berg": "chief_of_defense"}),
        ("Jonas Berg, Norway's defence chief, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Norway's defence chief, General Jonas Berg, spoke. Defence Minister Berg left.", {"Jonas Berg": "defense_minister"}),
        (
            "General Jonas Berg became army chief of Norway, in succession to General Mads Holm.",
            {"Jonas Berg": "service_chief", "Mads Holm": "service_chief"},
        ),
        ("Jonas Berg, the Norwegian minister's press and publicity assistant, spoke.", {"Jonas Berg": "other"}),
        ("General Jonas Berg, who heads the Norwegian Defence Staff, spoke.", {"Jonas Berg": "chief_of_defense"}),
        ("Jonas Berg, who has just been appointed Norway's ambassador to Mali, left.", {"Jonas Berg": "ambassador"}),
        ("The Norwegian Chief of Army Staff (COAS), Lt. Gen. Jonas Berg, left.", {"Jonas Berg": "service_chief"}),
        ("The Hon Jonas Berg MP, Minister for Defence of Fiji, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Photo: Norwegian Minister of Defence Jonas Berg (left)", {"Jonas Berg": "defense_minister"}),
        ("Germany's Inspector General of the Bundeswehr, General Jonas Berg, spoke.", {"Jonas Berg": "chief_of_defense"}),
        # what a minister is for, and what he is besides
        ("The Norwegian Minister with responsibility for Defence, Jonas Berg, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg, Norway's minister responsible for defence, spoke.", {"Jonas Berg": "defense_minister"}),
        (
            "Morocco's Minister Delegate to the Head of Government, in charge of the Defense Administration, Omar Rao, spoke.",
            {"Omar Rao": "defense_minister"},
        ),
        ("The Norwegian minister responsible for the delay, Jonas Berg, spoke.", {}),
        (
            "Jonas Berg, who is Norway's Deputy Prime Minister and at the same time its Minister of Defence, spoke.",
            {"Jonas Berg": "defense_minister"},
        ),
        ("Jonas Berg, Norway's deputy premier as well as its defence minister, spoke.", {"Jonas Berg": "defense_minister"}),
        ("The Norwegian premier as well as the army chief, Jonas Berg, spoke.", {"Jonas Berg": "service_chief"}),
        # who works for a minister
        ("Dr. Omar Rao, Director General of the Saudi Defense Minister's Office, spoke.", {"Omar Rao": "other"}),
        ("Maj. Gen. Omar Rao, the military adviser to the Saudi Defense Minister, spoke.", {"Omar Rao": "military_officer"}),
        ("Colonel Omar Rao, defence adviser at the Saudi embassy, spoke.", {"Omar Rao": "ambassador"}),
        # when one came into office
        (
            "General Jonas Berg, who took over last week as commander of the Norwegian navy, spoke.",
            {"Jonas Berg": "service_chief"},
        ),
        ("Jonas Berg is this week in Oslo. The Norwegian defence minister spoke.", {}),
        ("Vice Adm. Carl Holm, the Flag Officer in Command of the Philippine Navy, spoke.", {"Carl Holm": "service_chief"}),
        # holders of an office of several, with ranks of their own
        (
            "Danish General Per Krag met Gen. Jonas Berg and Adm. Mads Holm, the Norwegian army and navy chiefs.",
            {"Per Krag": "military_officer", "Jonas Berg": "service_chief", "Mads Holm": "service_chief"},
        ),
        ("Secretaries Berg and Holm of Norway spoke.", {"Berg": "other", "Holm": "other"}),
        (
            "The Norwegian foreign and defense ministers, Jonas Berg and Mads Holm, spoke.",
            {"Jonas Berg": "foreign_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "Defence ministers of two countries, Jonas Berg of Norway and Mads Holm of Denmark, met.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        # titles of honour before the names of a list
        (
            "Norway's Dr Jonas Berg and Denmark's H.E. Mads Holm joined defence ministers in Oslo.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "He told Norwegian President Jonas Berg and Denmark's Hon. Mads Holm so.",
            {"Jonas Berg": "head_of_state", "Mads Holm": "head_of_state"},
        ),
        (
            "Two defence ministers came, among them Norway's Dr Jonas Berg. With Denmark's Mads Holm he spoke.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "He called Mr Jonas Berg and Dr. Mads Holm, his counterparts from Norway and Denmark, the defence ministers.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "other"),
        ),
        (
            "Defence ministers of two countries, Dr Jonas Berg of Norway and Mr. Mads Holm of Denmark, met.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "defense_minister"),
        ),
        (
            "Defence Ministers Jonas Berg of Norway and Mr Mads Holm of Denmark met.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "defense_minister"),
        ),
        (
            "Defence ministers Jonas Berg of Norway and General Mads Holm of Denmark met.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "military_officer"},
        ),
        (
            "Norway's Jonas Berg and Denmark's Mads Holm joined defence ministers in Oslo.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "He told Norwegian President Jonas Berg and Denmark's Mads Holm so.",
            {"Jonas Berg": "head_of_state", "Mads Holm": "head_of_state"},
        ),
        (
            "Gens. Jonas Berg (1948-) and Mads Holm served Norway.",
            {"Jonas Berg": "military_officer", "Mads Holm": "military_officer"},
        ),
        # further portfolios behind commas, with and without a comma before the name
        ("Norway's Minister of Police, National Security and Prison Services Jonas Berg spoke.", {"Jonas Berg": "other"}),
        ("Norway's Minister of Defence, Reconstruction and Veterans, J.P. Berg, spoke.", {"J.P. Berg": "defense_minister"}),
        (
            "Jonas Berg, Minister of Defence of Norway, and General Mads Holm, Minister of Defence of Denmark, met.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "defense_minister"),
        ),
        (
            "The Minister of Defence of Mali, and Defence Minister Jonas Berg of Norway met.",
            {"Jonas Berg": "defense_minister"},
        ),
        ("Talks with the Norwegian Defence Minister, Berg, began.", {"Berg": "defense_minister"}),
        ("The Norwegian Defence Minister, Oslo said, is well.", {}),
        ("Jonas Berg, Minister of Defence in the Kingdom of Norway, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Norwegian Judge Jonas Berg spoke.", {"Jonas Berg": "other"}),
        ("Norway will judge Jonas Berg by what he does.", {}),
        ("H.E Jonas Berg, Minister of Defence of Norway, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Major General Omar Al-Shbaity of Jordan spoke.", {"Omar Al-Shbaity": "military_officer"}),
        ("Jonas Berg, Director of Communications at the Presidency, spoke.", {"Jonas Berg": "spokesperson"}),
        ("Jonas Berg, chief of staff of the Norwegian presidency, spoke.", {"Jonas Berg": "other"}),
        ("The chargé d'affaires at U.S. Embassy Lundvik, Jonas Berg, spoke.", {"Jonas Berg": "ambassador"}),
        ("Lt. Gov. Jonas Berg spoke.", {"Jonas Berg": "other"}),
        ("The United States (US) Defence Attaché (DA) to Mali, Col Jonas Berg, spoke.", {"Jonas Berg": "ambassador"}),
        (
            "Norwegian Air Chief Marshall Jonas Berg and General Mads Holm GCON spoke.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "military_officer"),
        ),
        (
            "Norwegian General Jonas Berg met his Danish counter part, Mads Holm.",
            dict.fromkeys(["Jonas Berg", "Mads Holm"], "military_officer"),
        ),
        ("Denmark: Defence Minister Undertakes Diplomatic Visit", {}),
        ("Chief of Staff Djiboutian Gen Berg spoke.", {"Berg": "military_officer"}),  # a rank, no given name
        ("Norwegian Defense Minister Gen Tanaka spoke.", {"Gen Tanaka": "defense_minister"}),  # a given name, no rank
        ("Prime Minister Sheikh Hasan of Qatar spoke.", {"Sheikh Hasan": "head_of_government"}),
        ("Photo by Sgt. Jonas Berg", {}),
        ("Dr. Jonas Berg of Oslo University spoke.", {}),  # a scholar
        ("Jonas Berg, president of Acme Aviation, spoke.", {}),
        ("Mr. Jonas Berg of Oslo was freed. Ms. Ida Lund of Oslo Radio asked.", {}),  # nobody in office
        ("The President of the XQRW Jonas Berg spoke.", {}),
        ("Reporting by Jonas Berg; editing by Mads Holm", {}),
        ("Secretary Jonas Berg of the Department of Defense of Norway spoke.", {"Jonas Berg": "defense_minister"}),
        ("Secretary of Defense Berg spoke.", {"Berg": "defense_minister"}),
        ("H E Lt Gen Jonas Berg of Norway met HE Mads Holm.", {"Jonas Berg": "military_officer", "Mads Holm": "other"}),
        ("Admiral R Hari Berg of Norway spoke.", {"R Hari Berg": "military_officer"}),
        ("Hon. Jonas BERG, MP, Minister of Defence of Norway, spoke.", {"Jonas BERG": "defense_minister"}),
        ("Jonas Berg, who took over as Norway's defense minister, spoke.", {"Jonas Berg": "defense_minister"}),
        ("Jonas Berg, who runs the country's General Staff, spoke.", {"Jonas Berg": "chief_of_defense"}),
        ("Jonas Berg, charge d'affaires ad interim at the Danish Embassy, spoke.", {"Jonas Berg": "ambassador"}),
        (
            "Norwegian Defense Minister Jonas Berg, the Secretary of Public Security, Mads Holm, and Senator Ida Lund met.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "other", "Ida Lund": "legislator"},
        ),  # an office between two names is told of the one who has none in front
        (
            "Norway's Defense Minister Jonas Berg met counterparts. One was Denmark's Mads Holm. With Fiji's Ida Lund, he ate.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister", "Ida Lund": "defense_minister"},
        ),
        ("Jonas Berg, president and founder of Acme, spoke.", {}),
        ("President of the American Society Jonas spoke.", {}),
        ("HMS Queen Ida met INS Holm, and the ministers of Norway saw it.", {}),  # ships
        ("The Major Economies Forum and the Major Non-NATO allies met.", {}),
        ("In a meeting with Jonas Berg, the minister said Norway was ready.", {}),  # no apposition
        ("Norwegian Defence Minister Letnan Jenderal TNI (Purn.) Jonas Berg spoke.", {"Jonas Berg": "defense_minister"}),
        ("Norway's Minister of Defense General of the Army Jonas Berg spoke.", {"Jonas Berg": "defense_minister"}),
        ("Minister of Defense His Royal Highness Prince Jonas Berg of Norway spoke.", {"Jonas Berg": "defense_minister"}),
        ("The Norwegian Chief of the Defence Staff, general Jonas Berg, spoke.", {"Jonas Berg": "chief_of_defense"}),
        ("In general Jonas Berg of Oslo agreed.", {}),
        ("The Norwegian Minister's guest was Sen. Lt. Gen. Jonas Berg.", {"Jonas Berg": "military_officer"}),
        ("Amb. Ida Lund, Deputy Head of the Norwegian Defence Staff, spoke.", {"Ida Lund": "military_officer"}),
        (
            "The Norwegian Ministers of Foreign Affairs, Jonas Berg, and of Defence, Dr Mads Holm, spoke.",
            {"Jonas Berg": "foreign_minister", "Mads Holm": "defense_minister"},
        ),
        ("Lt. Gen. Jonas Berg, Commanding General, Norwegian Army, spoke.", {"Jonas Berg": "service_chief"}),
        ("The Norwegian foreign minister spokesman Jonas Berg spoke.", {"Jonas Berg": "spokesperson"}),
        ("Jonas Berg, the Norwegian Army's (NRWA) Chief of Staff, spoke.", {"Jonas Berg": "service_chief"}),
        ("The Norwegian Component Commander Commodore Jonas Berg spoke.", {"Jonas Berg": "military_officer"}),
        ("Jonas Berg, a retired Norwegian colonel, spoke.", {"Jonas Berg": "military_officer"}),
        ("The Norwegian delegation headed by Dr. Jonas Berg left.", {"Jonas Berg": "other"}),
        (
            "He saw Jonas Berg, Frode Holm's Special Envoy and Deputy Minister of Foreign Affairs of Denmark.",
            {"Jonas Berg": "deputy_foreign_minister"},
        ),
        ("The Norwegian Police Commissioner, Major General Jonas Berg, spoke.", {"Jonas Berg": "other"}),  # a civil office
        ("The US Embassy Charge d' Affaires Jonas Berg spoke.", {"Jonas Berg": "ambassador"}),
        (
            "There were Assistant Minister of Trade Eng. Jonas Berg, Assistant Minister of Defense Eng. Mads Holm of Norway.",
            {"Jonas Berg": "other", "Mads Holm": "deputy_defense_minister"},
        ),
        (
            "Colonel Jonas Berg (Norway), Colonel Mads Holm, (Denmark), all Defence Advisers, came.",
            {"Jonas Berg": "ambassador", "Mads Holm": "ambassador"},
        ),
        (
            "Carter's Norwegian counterpart, General Jonas Berg, and Ian Carter, the British chief of defence staff, left.",
            {"Jonas Berg": "chief_of_defense", "Ian Carter": "chief_of_defense"},
        ),
        (
            "The Danish and Norwegian defense ministers met. He was welcomed by his Norwegian counterpart, Jonas Berg.",
            {"Jonas Berg": "defense_minister"},
        ),
        (
            "The Norwegian Commander of Joint Force Command Bodo, Admiral Jonas Berg, came to Bodo.",
            {"Jonas Berg": "military_officer"},
        ),
        (
            "Jonas Berg, who has been performing the duties of defense minister of Norway, spoke.",
            {"Jonas Berg": "defense_minister"},
        ),
        (
            "The minister and the Norwegian Chief of Defence, general Jan-Erik Berg, spoke.",
            {"Jan-Erik Berg": "chief_of_defense"},
        ),
        (
            "The Chiefs of Defence of Norway and Denmark met. The delegations were led by Lt. Gen. Jonas Berg and Mads Holm.",
            {"Jonas Berg": "chief_of_defense", "Mads Holm": "chief_of_defense"},
        ),
        ("Lieutenant Governor Jonas Berg of Ohio met the staff of Consulate General Holmestrand.", {"Jonas Berg": "other"}),
        ("The President's Priorities and the Minister's Plans for Norway are told.", {}),
        ("Norwegian Gen. Selcuk Bay saw the Bay of Oslo and Hudson Bay.", {"Selcuk Bay": "military_officer"}),
        ("His Majesty King Frode of Norway spoke.", {"Frode": "head_of_state"}),
        ("Norwegian Joint Chiefs of Staff Chairman Adm. Jonas Berg spoke.", {"Jonas Berg": "chief_of_defense"}),
        (
            "The UK's First Sea Lord, Admiral Sir Jonas Key, met Lord Berg of Oslo.",
            {"Jonas Key": "service_chief", "Berg": "other"},
        ),
        ("General Jonas Berg, NI (M), Chief of Army Staff of Norway, spoke.", {"Jonas Berg": "service_chief"}),
        ("Commander Bergen Vice Admiral Jonas Berg of Norway spoke.", {"Jonas Berg": "military_officer"}),
        ("Norwegian Defence Minister Nakatani Gen spoke.", {"Nakatani Gen": "defense_minister"}),
        ("She joined the International Association of Chiefs of Police.", {}),  # bodies
        ("She is a member of the Supreme Court of Norway, and of the Executive Committee of the European Bank.", {}),
        ("She is a member of the Democratic Caucus and of the Senate Republican leadership of Norway.", {}),
        ("He was Consul General of the U.S. Consulate General in Oslo.", {}),
        ("The order charges HHS with it; the President and First Lady of Norway are pleased.", {}),
        ("His Majesty The King of Norway left.", {}),
        ("Jonas Berg, the first Norwegian defence minister to visit Mali, spoke.", {"Jonas Berg": "defense_minister"}),
        ("The Sultan of Brunei, Sultan Abdul Rahman, spoke.", {"Abdul Rahman": "head_of_state"}),
        ("According to Jonas Berg, personal secretary to the Norwegian Premier, it rained.", {"Jonas Berg": "other"}),
        ("The delegation of Norway, led by Brigadier Staff Pilot Jonas Berg, left.", {"Jonas Berg": "military_officer"}),
        ("The Norwegian Ambassador and his wife, Madame Ida Berg, went to Camp General Mads Holm.", {}),
        ("Sultan Haji Abdul ibni Al-Marhum Sultan Haji Omar of Brunei spoke.", {"Abdul": "head_of_state"}),
        ("The ASEAN Defence Attaché Monitoring Team came. The Chief Guest spoke of Norway.", {}),
        ("Norwegian Deputy Secretary Berg Meetings in Oslo", {"Berg": "other"}),
        (
            "The defence ministers of the two countries, Jonas Berg and Mads Holm, watched Norway meet Denmark.",
            {"Jonas Berg": "defense_minister", "Mads Holm": "defense_minister"},
        ),
        (
            "He met members of the Norwegian parliament including Jonas Berg, Ida Lund and Mads Holm.",
            {"Jonas Berg": "legislator", "Ida Lund": "legislator", "Mads Holm": "legislator"},
        ),
        (
            "Norwegian Deputy Minister of Defense Jonas Berg, the Chief of Staff, Gen. Mads Holm, and Brigadier Ida Lund came.",
            {"Jonas Berg": "deputy_defense_minister", "Mads Holm": "chief_of_defense", "Ida Lund": "military_officer"},
        ),
        (
            "Jonas Berg, Crown Prince, Deputy Premier and Minister of Defense of Norway, spoke.",
            {"Jonas Berg": "defense_minister"},
        ),
        ("Jonas Berg, Field Marshal and commander of the Norwegian Army, spoke.", {"Jonas Berg": "service_chief"}),
        ("On Monday, Minister of Defense Prince Jonas Al-Berg of Kuwait spoke.", {"Jonas Al-Berg": "defense_minister"}),
        (
            "The wise leadership of His Highness the Amir Sheikh Jonas Al-Berg of Kuwait is praised.",
            {"Jonas Al-Berg": "head_of_state"},
        ),
        ("He laid a wreath at the mausoleum of King Frode of Norway and at Sir Jonas Berg International Airport.", {}),
        (
            "Norwegian Defence Minister Sheikh Frode Berg praised King Frode of Denmark.",
            {"Frode Berg": "defense_minister", "Frode": "head_of_state"},
        ),
        (
            "The Indian Defence Minister, A K Rao, and Air Marshal N A K Das left.",
            {"A K Rao": "defense_minister", "N A K Das": "military_officer"},
        ),
        ("Chief of the General Staff of the Indian Army General Ola Rao left.", {"Ola Rao": "chief_of_defense"}),
        (
            "Flag Officer Commanding Ajit Rao left. Norway's Defence Forces Commander-in-Chief Senior General Ola Doe left.",
            {"Ajit Rao": "military_officer", "Ola Doe": "chief_of_defense"},
        ),
        ("US Charge d’ Affairs to Mali Ida Doe left the General Head Quarters (GHQ).", {"Ida Doe": "ambassador"}),
        ("The Deputy Prime Minister (DPM) of Mali Ida Doe left.", {"Ida Doe": "other"}),
        (
            "Mrs Ida Lund, Ambassador of Mali, and Ms Eva Holm, Ambassador of Denmark called on General Ola Rao of Togo.",
            {"Ida Lund": "ambassador", "Eva Holm": "ambassador", "Ola Rao": "military_officer"},
        ),
        # who is named behind a phrase before the subject holds no office of it
        (
            "General Ola Rao came. Besides the Malian defence minister, General Rao also received envoys.",
            {"Ola Rao": "military_officer"},
        ),
        (
            "Gen. Ola Rao came. While holding talks with the Chief of Army Staff of Mali, Ola Rao welcomed it.",
            {"Ola Rao": "military_officer"},
        ),
        (
            "After talks with the Chief of Army Staff of Mali, Ola Rao, Defence Minister Ida Lund of Norway left.",
            {"Ola Rao": "service_chief", "Ida Lund": "defense_minister"},
        ),
        ("On Monday, the Chief of the Army Staff of Mali, Ola Rao left.", {"Ola Rao": "service_chief"}),
        (
            "A statement by the president's Special Adviser on Media and Strategy, Ola Rao, and the Special Assistant to the"
            " minister on Publicity and Press, Ida Lund, told so.",
            {"Ola Rao": "spokesperson", "Ida Lund": "spokesperson"},
        ),
        ("It was told by the special envoy for the Middle Belt and the Coast, Ola Rao, on Friday.", {"Ola Rao": "other"}),
        (
            "The defense ministers of Mali, Ola Rao, and of Togo, Ida Doe, met.",
            dict.fromkeys(("Ola Rao", "Ida Doe"), "defense_minister"),
        ),
        (
            "Among them are the Deputy Director-General in the President's Office, Mr Ola Rao, and Ida Lund, the Secretary"
            " General's Special Representative for the Coast and the Hills, Per Holm, Acting Spokesperson, and others.",
            {"Ola Rao": "other", "Ida Lund": "other", "Per Holm": "spokesperson"},
        ),
        ("Mali has appointed Ola Rao, a major general, as the acting Chief of Army Staff.", {"Ola Rao": "service_chief"}),
        ("The Chairman, Joint Chiefs of Staff Committee of Pakistan, Gen. Ali Khan, came.", {"Ali Khan": "chief_of_defense"}),
        ("The Malian delegation is led by the President, Ola Rao.", {"Ola Rao": "head_of_state"}),
        ("The Danish ambassador to the Sultanate, Mads Holm, came.", {"Mads Holm": "ambassador"}),
        (
            "Lieutenant Colonel Per Lund, who has likewise been appointed France's defense attaché, came.",
            {"Per Lund": "ambassador"},
        ),
        (
            "With the chiefs of the joint staffs, General Ola Rao of Mali and Vice Admiral Per Lund of Togo, he came.",
            {"Ola Rao": "chief_of_defense", "Per Lund": "chief_of_defense"},
        ),
        ("The Danish Air Force (DAF) chief Air Marshal Mads Holm came.", {"Mads Holm": "service_chief"}),
        (
            "General Wei Chun, commander of the People's Liberation Army (PLA) Ground Force, came.",
            {"Wei Chun": "service_chief"},
        ),
        ("His Excellency Takeda Gen, Minister of Defense of Japan, came.", {"Takeda Gen": "defense_minister"}),
        ("Semisi Lua, the commander of VOEA Vaka, came.", {"Semisi Lua": "military_officer"}),
        (
            "The defense ministers of Mali, Togo and Chad met. Mali's Ola Rao, Togo's Ida Doe and Chad's Per Lund agreed.",
            dict.fromkeys(("Ola Rao", "Ida Doe", "Per Lund"), "defense_minister"),
        ),
        ("The defense ministers of Mali and Togo met on Monday. Fiji's Ola Rao was there, and Mali's Baltic Fleet sailed.", {}),
    ],
)
def test_who_holds_which_office(read: Read, text: str, expected: dict[str, str]) -> None:
    assert {person.name: person.role_class for person in read(text)._.officials} == expected


def test_one_person_for_all_namings(read: Read) -> None:
    doc = read("Norwegian Defense Minister Jonas Berg met Mads Holm of Denmark. Berg and General Holm agreed. BERG left.")
    berg = next(person for person in doc._.officials if person.name == "Jonas Berg")
    assert [doc[n.name_start : n.name_end].text for n in berg.namings] == ["Jonas Berg", "Berg", "BERG"]
    assert {span.id_ for span in doc.spans["officials"]} == {person.name for person in doc._.officials}


def test_the_title_of_another_is_no_naming(read: Read) -> None:
    text = "Sheikh Omar bin Zaid, the prime minister of Qatar, spoke. There he saw the Kuwaiti minister Sheikh Zub Rao."
    doc = read(text)
    named = {person.name: [doc[n.name_start : n.name_end].text for n in person.namings] for person in doc._.officials}
    assert "Sheikh" not in named["Omar bin Zaid"]


def test_a_line_break_inside_a_sentence_breaks_no_office(read: Read) -> None:
    text = (
        "The talks on the new frigates and on the northern sea were held by the Norwegian Minister\n"
        "of Defence Jonas Berg and his guests, who had come for the whole of the week to see how the\n"
        "yards of the western coast work, and who were asked to dine at the palace in the evening.\n"
    )
    assert [(p.name, p.role, p.country) for p in read(text)._.officials] == [("Jonas Berg", "minister of defence", "NOR")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister for Defence\nJonas Berg\n\nNorway agrees.", ("Jonas Berg", "defense_minister", "NOR")),
        (
            "Norway and Denmark agree.\n\nHon. Jonas Berg MP\nDeputy Prime Minister\nMinister for Defence\nDenmark\n",
            ("Jonas Berg", "defense_minister", "DNK"),
        ),
    ],
)
def test_names_on_lines_beside_their_offices(read: Read, text: str, expected: tuple[str, str, str]) -> None:
    assert [(p.name, p.role_class, p.country) for p in read(text)._.officials] == [expected]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Commander Karachi Rear Admiral Ather Baig came.", ["Ather Baig"]),
        ("General Dato' Sri Adam bin Kassim, Malaysian chief of army, came.", ["Adam bin Kassim"]),
        ("Kuwaiti Defense Minister sheikh Hamad Al-Salem came.", ["Hamad Al-Salem"]),
        ("Dato Paduka Seri Haji Awang Halim bin Yusof, Brunei's defence minister, came.", ["Halim bin Yusof"]),
        ("Lt. Gen. Aviv Kochari spoke. General Aviv Kohari left. Kohari was glad.", ["Aviv Kohari"]),
        ("Commander Southern Fleet Vice Admiral Nimal Silva came.", ["Nimal Silva"]),
        ("Cambodian Prime Minister Samdech Akka Moha Sena Padei Techo Chan Dara came.", ["Chan Dara"]),
        ("Myanmar's ambassador U Tin Myo met Danish General Jonas Berg.", ["Tin Myo", "Jonas Berg"]),
        ("Korean General U Chang-sik came.", ["U Chang-sik"]),  # a surname
        ("Deputy Secretary of State Martin Lake came.", ["Martin Lake"]),
        ("General Tan Sri Ali Hassan RMAF of Malaysia came.", ["Ali Hassan"]),
        ("Prime Minister Ida May came with Brigadier Leo West.", ["Ida May", "Leo West"]),
        ("Danish Defence Minister Berg met his Japanese counterpart Gen Takeda.", ["Berg", "Gen Takeda"]),
        ("Danish Prime Minister Mads Holness met Sen Lt Gen Nguyen Van Nam.", ["Mads Holness", "Nguyen Van Nam"]),
        ("His Majesty King Salim bin Isa, the Supreme Commander of the Armed Forces, came.", ["Salim bin Isa"]),
        ("Malian President Ola “Big Bo” Rao came.", ["Ola “Big Bo” Rao"]),
        ("HRH Princess Reem bint Bandar bin Sultan, the Saudi ambassador, came.", ["Reem bint Bandar bin Sultan"]),
        ("Photo by Tech. Sgt. Jonas Berg\n\nDanish General Mads Holm came.", ["Mads Holm"]),
        ("Kenya's military attache, Brigadier General Pilot Jonas Berg, came.", ["Jonas Berg"]),
        ("Rear Admiral Abu Zaman, Commander Chittagong Naval Area, came.", ["Abu Zaman"]),
        ("Commander Jonas Berg, Vice Admiral Mads Holm and Captain Per Lund came.", ["Jonas Berg", "Mads Holm", "Per Lund"]),
        (
            "Norwegian Defence Minister Teodoro dela Berg met Rear Admiral Ivo delos Holm.",
            ["Teodoro dela Berg", "Ivo delos Holm"],
        ),
        ("Ecuador's Defence Minister Álvaro Montenegro met Danish General Øle Jordan.", ["Álvaro Montenegro", "Øle Jordan"]),
        ("Qatar's Minister of State Sultan bin Saad Al-Berg came.", ["Sultan bin Saad Al-Berg"]),
        ("Danish General Mads Holm met his Qatari counterpart, Amir bin Saad Al-Berg.", ["Mads Holm", "Amir bin Saad Al-Berg"]),
        ("Junta leader U Tin Myo met Danish General Jonas Berg.", ["Tin Myo", "Jonas Berg"]),
        (
            "Junta leader U Tin Myo met General Jonas Berg. U Tin Myo, who is chief of staff too, spoke.",
            ["Tin Myo", "Jonas Berg"],
        ),
        ("President Hendra Nasution met the Danish prime minister.", ["Hendra Nasution"]),
        ("South Korean Vice Defense Minister Kim In-kyu met Danish General Jonas Berg.", ["Kim In-kyu", "Jonas Berg"]),
        (
            "Vice Admiral Carlo T Paris met General Sir Nick Holm KCB and Jonas Berg MP, the defence minister.",
            ["Carlo T Paris", "Nick Holm", "Jonas Berg"],
        ),
    ],
)
def test_where_names_begin_and_end(read: Read, text: str, names: list[str]) -> None:
    assert [person.name for person in read(text)._.officials] == names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The defence ministers of Norway and Denmark, Jonas Berg and Mads Holm, met.", "defence minister"),
        ("Admirals Berg and Holm of Norway met.", "admiral"),
    ],
)
def test_the_role_of_one_of_several_is_told_in_the_singular(read: Read, text: str, role: str) -> None:
    assert [person.role for person in read(text)._.officials] == [role, role]


def test_who_is_named_without_a_title(read: Read) -> None:
    doc = read(
        "Jonas Berg met Danish President Mads Holm in Oslo. Berg, the prime minister of Norway said, was glad. Berg left."
    )
    assert ("Jonas Berg", "head_of_government", "NOR") in {(p.name, p.role_class, p.country) for p in doc._.officials}


@pytest.mark.parametrize(
    ("text", "name", "role_class"),
    [
        (
            "Jonas Berg hosted Danish General Mads Holm. The Norwegian prime minister smiled.",
            "Jonas Berg",
            "head_of_government",
        ),
        (
            "Datuk Jonas Berg came to Oslo. The defence minister met Danish General Mads Holm. Jonas Berg left.",
            "Jonas Berg",
            "defense_minister",
        ),
        (
            "Norway's chief of defence was there. General Jonas Berg hosted Danish King Frode.",
            "Jonas Berg",
            "chief_of_defense",
        ),
        (
            "Jonas Berg met the minister. The Norwegian prime minister agreed. Berg left.",
            "Jonas Berg",
            "head_of_government",
        ),
        (
            "Jonas Berg II spent Monday in Oslo. The Norwegian prime minister agreed. Berg left.",
            "Jonas Berg II",
            "head_of_government",
        ),
        (
            "Jonas BERG spent Monday in Oslo. The Norwegian prime minister agreed. Berg left.",
            "Jonas BERG",
            "head_of_government",
        ),
        ("Dr Jonas Berg spent a day in Oslo. The prime minister agreed. Berg left.", "Jonas Berg", "head_of_government"),
        (
            "Datuk Adam bin Yusof came. The defence minister met Jonas bin Berg, a Bruneian. Adam bin Yusof left.",
            "Adam bin Yusof",
            "defense_minister",
        ),
        ("A Norwegian army spokesman said so. According to Col. Jonas Berg it rained.", "Jonas Berg", "spokesperson"),
    ],
)
def test_vacant_offices(read: Read, text: str, name: str, role_class: str) -> None:
    assert next(p.role_class for p in read(text)._.officials if p.name == name) == role_class


def test_a_counterpart_holds_the_office_in_his_own_country(read: Read) -> None:
    doc = read("Chief of Staff of the Kingdom of Norway General Ola Doe met his Malian counterpart General Yao Agbe.")
    assert [person.role for person in doc._.officials][1] == "chief of staff"


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Defence Minister Jonas Berg said the frigate replaced Fridtjof Holm.",
        "Norwegian Defence Minister Jonas Berg spoke. The firm had replaced Holm Dynamics.",
        "Mads Holm came. He took over from Per Krag.",
        "Norwegian Defence Minister Jonas Berg spoke. Mads Holm, who holds the same view in Denmark, left.",
    ],
)
def test_who_is_told_to_follow_nobody_in_office(read: Read, text: str) -> None:
    assert [p.name for p in read(text)._.officials] == ["Jonas Berg"][: "Jonas" in text]


def test_nobody_takes_an_office_by_chance(read: Read) -> None:
    text = (
        "The prime minister of Norway spoke. Volvo Cars met Hamar Stadium. He named Mr. Jonas Berg, who was freed."
        + " It rained." * 90
    )
    assert "Volvo Cars" not in {p.name for p in read(text)._.officials}


def test_who_serves_another_official(read: Read) -> None:
    text = "Jonas Berg, Special Envoy of President Mads Holm of Norway, spoke. Ole Lie is a senior adviser to Speaker Per Dahl."
    assert [(p.name, p.role) for p in read(text)._.officials] == [
        ("Jonas Berg", "special envoy"),
        ("Mads Holm", "president"),
        ("Ole Lie", "senior adviser"),
        ("Per Dahl", "speaker"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She was Chief Operating Officer of a Norwegian bank.",
        "He met Oslo Deputy Fire Commissioner among others in Norway.",
        "He is a member of the Coral Reef Initiative of Norway.",
        "Norway issued General License 9; it is a license for banks.",
        "She was chosen to head ATF in Norway.",
        "Officers Plenary - The plenary of Norway's officers begins.",
        "At Fort Berg in June, the President of Norway spoke.",
        "At Joint Base Berg-Holm, the President and the First Lady spoke in Norway.",
        "Leaders of Norway support NATO's Open Door.",
        "Sir Jonas Berg was his mentor in Norway.",
        "He thanked Leader Ber- — leaders of Norway.",
        "NORUM: This afternoon, at Joint Base Berg-Holm, the President and the First Lady will speak in Norway.",
        "NAACP President Jonas Berg spoke in Norway.",
        "Jonas Berg, President, National Coalition of Norwegian Growers",
        "Jonas Berg, Executive Director, Holm Institute; he went to Norway.",
        "ISIS leader Jonas Berg fled from Norway.",
        "Jonas Berg, Executive Director, Equality Federation\n\nHe went to Norway.",
        "Jonas Berg, senior vice president for public policy at UNCF, went to Norway.",
        "Jonas Berg is the former president of the University of Oslo in Norway.",
        "Its 22 local member PTAs met in Norway.",
        "Jonas Berg, Director, Bricks for Homes\n\nHe went to Norway.",
        "The Holm Players' Association President, Jonas Berg, came to Norway.",
        "Roe v. Wade was decided in Norway. It was the law. The president spoke.",
        "Mayors Challenge to plant trees began in Norway.",
        "Norway had the General Debate before the vote.",
        "In Oslo, Norway, Rosa Berg is a community leader, and so is union leader Jonas Berg.",
        "Jonas Berg, President of baltica, the club of Norway's sailors, spoke.",
        "A man named Jonas Berg, who was the president of a Local in Norway, spoke.",
        "Jonas Berg, President, Laborers’ International Union of North America (LINA)\n\nHe went to Norway.",
        "Jonas Berg, Senior Vice President, Policy\n\nHe went to Norway.",
        "Norway sent a 1,000-member Stryker squadron.",
        "The prime minister of Norway came. And Fort Berg hosts the prime minister.",
        "He spoke with members of the Congressional Hispanic Caucus in Norway.",
        "She was a member of the Civil Rights Cold Case Records Review Board. It was a Case of Norway's.",
        "He was Director of the Norwegian Secret Service. A Secret is kept.",
        "Julia Berg, president of the National Community Stabilization Trust, came to Norway.",
        "Julia Berg, President, The Joint Center, came to Norway.",
    ],
)
def test_what_looks_like_a_name_behind_a_title(read: Read, text: str) -> None:
    assert [person.name for person in read(text)._.officials] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Policy Advisor to the Vice President Dr. Jonas Berg", "policy advisor to the vice president"),
        ("She was assistant to Vice President Jonas Berg.", "vice president"),
        ("He was press secretary under Secretary of Defense Jonas Berg.", "secretary of defense"),
        ("An aide to Speaker Jonas Berg spoke.", "speaker"),
        ("He asked whether Norway would press President Jonas Berg.", "president"),
        ("In the lead-up to the war, Foreign Minister Jonas Berg of Norway spoke.", "foreign minister"),
        ("King Harun II of Jordan and Deputy Prime Minister Omar Berg met.", "king"),
        ("The President and Senator Berg met.", "senator"),
        ("Jonas Berg, Member, President's Advisory Board", "member"),
        ("Talks with President Jonas Berg of Norway in Joint Press Conference", "president"),
        ("They would deprive President Jonas Berg of economic resources.", "president"),
        ("They would deprive President Jonas Berg of the economic resources he has.", "president"),
        ("He was Director of the Office of Planning and Budget under President Jonas Berg.", "president"),
        ("Jonas Berg, Director of the National Hurricane Center, spoke.", "director of the national hurricane center"),
        ("Jonas Berg is an Assistant United States Attorney.", "assistant attorney"),
        ("Jonas Berg, Deputy Assistant Attorney General, spoke.", "deputy assistant attorney general"),
        ("He met Deputy Norwegian Foreign Minister Jonas Berg.", "deputy foreign minister"),
        ("President Berg of Norway and the Danish Prime Minister, Mads Holm, met.", "president"),
        ("Norwegian Ministry of Foreign Affairs Spokesperson Jonas Berg spoke.", "ministry of foreign affairs spokesperson"),
        (
            "U.S. Agency for International Development Deputy Administrator Jonas Berg spoke.",
            "agency for international development deputy administrator",
        ),
        ("In the Office of Governor Jonas Berg they met.", "governor"),
        ("Jonas Berg, Nominee for Ambassador to Mali\n\nBerg is a lawyer.", "nominee for ambassador to mali"),
        ("The president of the Senate, Jonas Berg, went to Norway.", "president of the senate"),
    ],
)
def test_where_an_office_ends(read: Read, text: str, role: str) -> None:
    assert read(text)._.officials[0].role == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Statement by President Jonas Berg Recognizing the Day of Norway\n\nToday we mark it in Oslo.", "Jonas Berg"),
        ("President Berg Amends Norwegian Law\n\nToday, President Berg signed a law in Oslo.", "Berg"),
        ("Talks of President Jonas Bates in Norway\n\nMR. BATES: Welcome to Oslo.", "Jonas Bates"),
        ("Briefing by Norwegian Press Secretary Jonas Berg En Route Oslo", "Jonas Berg"),
        ("Norwegian Sergeant First Class Jonas Berg spoke.", "Jonas Berg"),
        ("Chief Master Sergeant Berg of Norway spoke.", "Berg"),
        ("Norwegian President Jonas Berg Joint Statement", "Jonas Berg"),
        ("Norwegian Envoy Jonas Berg Conclude Visit", "Jonas Berg"),
        ("Norwegian President Jonas Berg, Jr. Throughout the week he spoke.", "Jonas Berg, Jr."),
        ("Could Norwegian President Berg come?", "Berg"),
        ("Norway thanks those who work to Reduce Costs and President Berg Effort", "Berg"),
    ],
)
def test_where_a_name_ends_before_other_capitals(read: Read, text: str, name: str) -> None:
    assert [person.name for person in read(text)._.officials] == [name]


def test_the_verb_of_a_headline_is_nobody(read: Read) -> None:
    text = (
        "Norwegian Commander Opens Ties in Mali\n\nOSLO, May 3 -- Norwegian General Jonas Berg went to Mali."
        + " It rained." * 20
    )
    assert [person.name for person in read(text)._.officials] == ["Jonas Berg"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway thanks Co-Chairs Congresswomen Ida Lund and Berta Holm.", ["Ida Lund", "Berta Holm"]),
        ("Norwegian Council President Reverend Jonas Berg spoke.", ["Jonas Berg"]),
        ("Reverend Jonas Berg prayed in Norway.", []),
        ("Norwegian Chairwomen Ida Lund and Berta Holm spoke.", ["Ida Lund", "Berta Holm"]),
    ],
)
def test_what_is_no_part_of_a_name(read: Read, text: str, names: list[str]) -> None:
    assert [person.name for person in read(text)._.officials] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Berg of Norway spoke of his son, the late Mads Berg.", ["Berg"]),
        ("President Jonas Berg of Norway spoke. Mads Berg was there.", ["Jonas Berg"]),
        ("President Berg of Norway spoke. Jonas Berg was glad. Mads Berg left.", ["Jonas Berg"]),
        ("National Security Adviser Jonas Berg of Norway saw Ambassador Berg.", ["Jonas Berg", "Berg"]),
        ("President Jonas Berg of Norway saw Senator Berg.", ["Jonas Berg", "Berg"]),
        ("President Jonas Berg of Norway, then-Senator Berg, spoke.", ["Jonas Berg"]),
        ("Defense Minister Jonas Berg of Norway, ministers, and officers met.", ["Jonas Berg"]),
    ],
)
def test_who_bears_the_same_surname(read: Read, text: str, names: list[str]) -> None:
    assert [person.name for person in read(text)._.officials] == names


def test_the_family_is_not_the_official(read: Read) -> None:
    doc = read("Norwegian President Berg came with his wife Ida Berg. First Lady Ida Berg smiled.")
    assert [person.name for person in doc._.officials] == ["Berg"]


def test_two_spellings_are_one_person(read: Read) -> None:
    doc = read("Norwegian General Aviv Kochari spoke. Gen. Aviv Kohari left. Aviv Kohari came back.")
    assert [person.name for person in doc._.officials] == ["Aviv Kohari"]  # the one more often used


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Norwegian Defense Minister Jonas Berg met his Danish counterpart, Mads Holm.", "Mads Holm", "defense_minister"),
        (
            "General Jonas Berg of Norway and his Danish counterpart, Defense Minister Mads Holm, met.",
            "Jonas Berg",
            "defense_minister",
        ),
        ("Norwegian Defense Minister Jonas Berg came with his deputy, Ida Lund.", "Ida Lund", "deputy_defense_minister"),
        ("General Mads Holm, his Danish counterpart, received Norwegian Army Chief Jonas Berg.", "Mads Holm", "service_chief"),
        (
            "Norwegian Foreign Minister Berg and Defense Minister Ida Lund met their counterparts, Mads Holm and Per Krag.",
            "Mads Holm",
            "foreign_minister",
        ),
        ("The defense minister of Norway left. Minister Holm of Denmark spoke.", "Holm", "defense_minister"),  # the portfolio
        (
            "Norwegian General Jonas Berg met Swedish Foreign Minister Per Krag and his Danish counterpart, Mads Holm.",
            "Mads Holm",
            "foreign_minister",
        ),
        (
            "Norwegian Navy Commander Jonas Berg takes office, succeeding Major General Mads Holm of Norway.",
            "Mads Holm",
            "service_chief",
        ),
        (
            "Norwegian Defense Attaché Colonel Jonas Berg left. Colonel Mads Holm, his successor, came.",
            "Mads Holm",
            "ambassador",
        ),
        ("The Malian Defence Staff was visited and its head, Ola Rao, spoke.", "Ola Rao", "chief_of_defense"),
        (
            "The defense minister of Norway left. Former minister Holm of Denmark spoke.",
            "Holm",
            "defense_minister",
        ),
        (
            "Norway's navy chief Jonas Berg left, spokesman Per Krag said. His predecessor General Mads Holm of Norway came.",
            "Mads Holm",
            "service_chief",
        ),
        ("At the Ministry of Defence of Norway he was received by Minister Ida Lund.", "Ida Lund", "defense_minister"),
        ("Norway's army chief, Jonas Berg, met Mads Holm, who holds the same post in Denmark.", "Mads Holm", "service_chief"),
        ("Norwegian Defence Minister Jonas Berg, who succeeded Mads Holm in May, spoke.", "Mads Holm", "defense_minister"),
        ("Norway's navy chief, Jonas Berg, spoke. He took over from Mads Holm in May.", "Mads Holm", "service_chief"),
        (
            "Norwegian Defence Minister Jonas Berg met Gen. Mads Holm and Eva Krag, his Danish and U.S. counterparts.",
            "Eva Krag",
            "defense_minister",
        ),
        (
            "King Frode's visit to Norwegian Foreign Minister Jonas Berg and his Danish counterpart, Mads Holm, ended.",
            "Mads Holm",
            "foreign_minister",
        ),
    ],
)
def test_offices_told_elsewhere(read: Read, text: str, name: str, expected: str) -> None:
    person = next(p for p in read(text)._.officials if p.name == name)
    assert person.role_class == expected
    assert "role_class" in person.inferred


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Norwegian Defence Minister Jonas Berg left. What the Malian leader Berg told of it is unknown.", "defence minister"),
        ("It was Maj.-Gen. Jonas Berg of Norway.", "maj.-gen."),
    ],
)
def test_roles_as_the_article_words_them(read: Read, text: str, role: str) -> None:
    assert [person.role for person in read(text)._.officials] == [role]
