"""
Names and titles of all regions: which words are the name, which are the title, and what is named.

Sentences mark their mentions as :mod:`tests.markup` documents.
"""

from __future__ import annotations

import pytest

from quotekit.names import find_mentions
from quotekit.text import TextIndex
from tests.names.test_mentions import parse, seen

TITLES = [
    # Police, courts, prisons.
    "{m Dc |Colin Harmer=person} knocked twice.",
    "{m DCI |Amy Reece=person} knocked twice.",
    "Then {m PC |Harmer=person} knocked.",
    "{m Garda |Kevin Tuohy=person} gave evidence.",
    "{m ASP |Grace Bello=person} and {m DSP |Yusuf Lawal=person} went there.",
    "{m SP |Soomro=person} went there.",
    "{m DIG |Faisal Mirza=person} went there.",
    "{m SSP |Rakesh Nair=person} went there.",
    "{m Superintendent of Police |Imran Soomro=person} went there.",
    "{m Inspector General of Police |Ade Balogun=person} went there.",
    "{m Sub-Inspector |Meena Pillai=person} went there.",
    "{m Havildar |Gurmeet Gill=person} went there.",
    "{m Mrs Justice |Thornby=person} sat alone.",
    "{m Chief Justice of Kenya |Wanjiru Kamau=person} sat alone.",
    # Armies.
    "{m Rear-Admiral |Ines Pires=person} sailed.",
    "{m Lieutenant-Colonel |Piet Bakker=person} sailed.",
    "{m Subedar |Balbir Rana=person} sailed.",
    "{m Commodore |Lal Perera=person} sailed.",
    "{m Lieutenant General |Asha Nair=person} (retd) sailed.",
    "{m Justice (retd) |Boateng=person} sat alone.",
    "{m Hajiya |Amina Bello=person} sat alone.",
    "{m Cathaoirleach |Sorcha Duane=person} sat alone.",
    "{m Ida Holm SC=person} sat alone.",
    "They met the {m Dane |Jeppe Holm-Lund=person} in May.",
    "{m Justice (Retd) |Asha Boateng=person} sat alone.",
    "{m Professor Emeritus |Mori Kaito=person} sat alone.",
    "{m Professor Emerita of Law |Ida Holm=person} sat alone.",
    "{m Emeritus Professor |Asha Boateng=person} sat alone.",
    "The {m professor emeritus |Ida Holm=person} sat alone.",
    "{m Divisional Forest Officer (DFO) |Asha Boateng=person} sat alone.",
    "{m Brigadier (Retd.) |Omar Aziz=person} sailed.",
    # Churches, mosques, temples.
    "{m Archdeacon |Ruth Amos=person} prayed.",
    "{m Maulana |Tariq Aziz=person} prayed.",
    "{m Mufti |Salim Noor=person} prayed.",
    "{m Swami |Ananda Rao=person} prayed.",
    "{m Archbishop of Kampala |Okello Odongo=person} prayed.",
    "{m Bishop of Oslo |Kari Lund=person} prayed.",
    # Parliaments and governments.
    "{m Minister for Roads |Velu Srinivas=person} agreed.",
    "{m Minister of Labour and Employment |Chike Nwosu=person} agreed.",
    "{m Deputy Leader of Opposition |Ravi Nambeesan=person} agreed.",
    "{m Speaker of Parliament |Thandi Moyo=person} agreed.",
    "The {m Lord Mayor of Leeds |Anna Stone=person} agreed.",
    "The {m Governor of Lagos |Femi Ojo=person} agreed.",
    "{m Mayor of Quimby |Xolani Dube=person} agreed.",
    "{m Taoiseach |Niamh Burke=person} agreed.",
    "{m Sarpanch |Kamla Devi=person} agreed.",
    "{m MNA |Bilal Khokhar=person} agreed.",
    "It was the {m Minister of State for Water Resources |Otieno Odhiambo=person} who agreed.",
    "It was {m Union Minister of State for Ports |Kavita Joshi=person} who agreed.",
    "{m Deputy Leader of Opposition in the Assembly |Joost van den Berg=person} agreed.",
    "{m Bupati |Agus Hidayat=person} agreed.",
    "{m Qadi |Zahra Karimi=person} agreed.",
    # Honorifics.
    "{m Datuk |Farid Osman=person} agreed.",
    "{m Tan Sri |Farid Osman=person} agreed.",
    "{m Dato Seri |Osman=person} agreed.",
    "{m Engr |Chidi Okpara=person} agreed.",
    "{m Engr. |Chidi Okpara=person} agreed.",
    "{m Barr. |Ngozi Eze=person} agreed.",
    "{m Alhaji |Musa Danjuma=person} agreed.",
    "{m Hajia |Amina Bako=person} agreed.",
    "{m Smt |Kavita Rane=person} agreed.",
    "{m Shri |Mohan Joshi=person} agreed.",
    "{m Oba |Adewale Akran=person} agreed.",
    # Lower-case titles with a prepositional phrase.
    "The {m president of Ghana |Kofi Mensah=person} agreed.",
    "The {m director general of the museum Lord |Marwick=person} agreed.",
    "The {m president of the Dutch farmers' union |Jan Bakker=person} agreed.",
    "The {m mayor of Quimby |Anna Stone=person} agreed.",
    "The {m governor of Lagos |Femi Ojo=person} agreed.",
]

NAMES = [
    # Words that are names beside names.
    "Then {m Jan Bakker=person} and {m Jun Darrow=person} met.",
    "Then {m Grace Oh=person} met {m Mr. |He=person} again.",
    "So {m Peter Said=person} closed the shop.",
    "They met {m AJ King=person} and {m R.J. Pope=person}.",
    "They met {m Mark Cuban=person}. {m Cuban} said no, and {m Cuban} waited. The Cuban embassy closed.",
    "Then {m Mario Vargas Llosa=person} rose. {m Vargas Llosa=person} left.",
    "They met {m Ann Best=person}. {m Best}, who is 30, smiled.",
    "They met {m Tom Good=person}. {m Good} said so.",
    "They met {m Ida Long=person}. {m Long} was tired.",
    # Particles, initials, nicknames.
    "They met {m Peter d'Arcy=person} and {m Jeanne d’Albret=person}.",
    "They met {m Omar bin Rashid al Noor=person}.",
    "They met {m J.R. Crane=person} again.",
    "They met {m Hugo ‘Old Bear’ Lindt=person} again.",
    "They met {m Hugo “Spanner” Lindt=person} again.",
    "They met {m María de los Ángeles Ruiz=person} again.",
    "They met {m Gabriel García Ortega=person} again.",
    # User names, numbers.
    "{m Username |oldsalt=person} remarked so.",
    "One reader, {m username |dave9=person}, agreed.",
    "A {m user |moss_77=person} agreed.",
    "Then {m @dana_k=person} wrote so.",
    "{m Marcus 5K=person}, a swimming coach, agreed.",
    "So said {m 90 Grams=person}, a rapper.",
]

ORGANIZATIONS = [
    "{m Moody's=organization} said so.",
    "{m McDonald’s=organization} said so.",
    "{m Lloyd's of London=organization} said so.",
    "{m St Mary's Hospital=organization} was full.",
    "{m King's College=organization} was full.",
    "{m Rosa's Bakery=organization} was full.",
    "{m Hallam's Yard=organization}, a boat club in {m Moss}, was full.",
    "The {m Poor Farmers’ Campaign=organization} marched.",
    "The {m Teachers' Union=organization} marched.",
    "The {m Department of Roads and Bridge Safety=organization} agreed.",
    "The {m Ministry of Fisheries and Supportive Housing=organization} agreed.",
    "The {m Mail on Sunday=organization} agreed.",
]

NOT_NAMES = [
    "{m Hallam}'s wife left.",
    "{m Mayor |McDonald=person}'s claim was false.",
    "It was {m Dray}'s best, {m Holm} knew.",
    "{m Ida Holm=person}'s College days are over.",
    "Told {m Ida Holm=person} Thursday.",
    "Hours later, {m Mr. |Sutter=person} left.",
    "Deaf people face new rules.",
    "Best of all, {m Ann Best=person} won.",
    "The plant makes glass for {m Harlan}. {m Danish engineer |Mette Friis=person} left.",
    "The coach of the {m Denver Miners=person} left.",
    "One reader, who gave no username, agreed.",
    "They ran the {m Oslo=organization} 5K, a race.",
    "{m DC Comics=person} closed.",
    "The {m Bank of Norway=organization} and {m Ida Holm=person} agreed.",
    "A friend of {m Ida Holm=person} left.",
    "A lawyer for {m singer |Ida Holm=person} left.",
]


@pytest.mark.parametrize("marked", [*TITLES, *NAMES, *ORGANIZATIONS, *NOT_NAMES])
def test_mentions(marked: str) -> None:
    """The mentions are those that the sentence marks, and no others."""
    text, expected = parse(marked)

    assert expected == seen(text, find_mentions(TextIndex(text)))
