// What the few who write in Spanish, Arabic or Basque say, and what the bar answers them in Spanish.
#include "crm/demo/phrases.hpp"

namespace fanal::demo {
namespace {

using enum Intent;
using enum Subject;

constexpr Phrase spanish[] = {
    {question, hours, "¿Abrís {day}? Venimos de San Sebastián a pasar el fin de semana"},
    {question, price, "¿Cuánto cuesta la docena ahora mismo?"},
    {question, evening, "¿Quedan entradas para {evening}?"},
    {question, dogs, "¿Se puede ir con perro a la terraza?"},
    {question, pairing, "¿Qué blanco recomendáis con las ostras? Aquí siempre pedimos txakoli"},
    {booking, tables, "¿Mesa para {n} {day} a las {hour}?"},
    {booking, tables, "Quería reservar para {n} personas {day}, la web me da error"},
    {complaint, waiting, "Casi una hora esperando las ostras, y eso con reserva. Una pena."},
    {complaint, closed_door, "Fuimos {past} y estaba cerrado sin avisar."},
    {praise, any, "Qué sitio más bonito y qué bien nos tratasteis. ¡Volveremos!"},
    {praise, oysters, "Las mejores ostras del viaje, sin duda."},
    {praise, team, "Un abrazo a Maud, encantadora con nosotros"},
    {chatter, any, "Madre mía qué hambre"},
    {chatter, seagull, "La gaviota esa tiene más clase que yo"},
    {tagging, any, "{friend} ¿cuándo vamos?"},
    {emoji, any, "^😍🦪"},
    {addition, any, "Y otra cosa, ¿hay sitio para aparcar?"},
    {insistence, any, "Y encima nadie nos dijo nada."},
    {reproach, any, "Sigo esperando una respuesta."},
    {nudge, any, "¿Hola? ¿Alguien me puede decir algo?"},
    {hearsay, any, "Yo también quiero saberlo"},
    {agreement, any, "A nosotros nos pasó lo mismo"},
    {defence, any, "Qué raro, nosotros salimos encantados"},
    {banter, any, "Jajaja totalmente"},
    {joining_in, any, "¡Me apunto!"},
    {gratitude, any, "¡Mil gracias!"},
    {retort, any, "Gracias, pero sigo sin saber qué hacer."},
    {mention, any, "De paso por Burdeos: ostras y vino blanco en {us}. Nada que añadir."},
    {quote, any, "El año que viene vamos sí o sí."},
    {reply_question, any,
     "¡Hola {first}! De martes a sábado desde las 17.30, y domingo al mediodía. Para lo demás, escríbenos por privado "
     "y te contamos."},
    {reply_booking, any, "¡Anotado {first}! Os esperamos."},
    {reply_full, any, "Esa noche estamos completos {first}, pero en la barra siempre hay sitio hacia las 18.30."},
    {reply_complaint, any,
     "Lo sentimos mucho {first}. ¿Nos escribes por privado con la fecha? Queremos arreglarlo. Maud"},
    {reply_praise, any, "¡Muchas gracias {first}! Volved pronto ❤️"},
    {reply_chatter, any, "¡Jaja, os esperamos {first}!"},
    {reply_tagging, any, "¡Os guardamos mesa!"},
    {reply_emoji, any, "❤️"},
    {reply_nudge, any, "Perdona el silencio {first}, se nos había escapado."},
    {reply_retort, any, "Tienes razón {first}, te escribimos ahora mismo."},
    {reply_mention, any, "¡Gracias {first}! Hasta la próxima 💙"},
    {reply_gratitude, any, "¡A ti!"},
    {reply_visitor, any, "¡Gracias {first}!"},
};

constexpr Phrase arabic[] = {
    {question, hours, "^متى تفتحون يوم السبت؟"},
    {question, evening, "^هل ما زالت هناك أماكن لسهرة المحار؟"},
    {question, pairing, "^أي نبيذ أبيض تنصحون به مع المحار؟"},
    {question, price, "^كم سعر الدزينة؟"},
    {booking, tables, "^أريد حجز طاولة لأربعة أشخاص مساء الجمعة من فضلكم"},
    {complaint, waiting, "^انتظرنا ساعة كاملة رغم الحجز، هذا غير مقبول"},
    {praise, any, "^مكان رائع وخدمة ممتازة، شكرا لكم"},
    {praise, oysters, "^ألذ محار أكلته في حياتي"},
    {praise, terrace, "^منظر النهر من التراس جميل جدا"},
    {chatter, any, "^ما شاء الله"},
    {chatter, any, "^اشتقت إلى بوردو كثيرا"},
    {tagging, any, "^{friend} متى نذهب؟"},
    {emoji, any, "^❤️🌊"},
    {addition, any, "^وهل يوجد موقف سيارات قريب؟"},
    {reproach, any, "^ما زلت أنتظر ردكم"},
    {nudge, any, "^هل من مجيب؟"},
    {hearsay, any, "^وأنا أيضا أريد أن أعرف"},
    {agreement, any, "^حصل معنا نفس الشيء"},
    {defence, any, "^تجربتنا كانت ممتازة"},
    {banter, any, "^صحيح"},
    {joining_in, any, "^أنا معك"},
    {insistence, any, "^أنتظر جوابكم"},
    {gratitude, any, "^شكرا جزيلا"},
    {retort, any, "^شكرا، لكن هذا ليس جوابا"},
    {mention, any, "^أمسية جميلة عند {us} على ضفة النهر"},
    {quote, any, "^من أجمل الأماكن في بوردو"},
};

constexpr Phrase basque[] = {
    {question, hours, "Zein ordutan irekitzen duzue larunbatean?"},
    {question, evening, "Ba al da oraindik lekurik ostra gauean?"},
    {question, price, "Zenbat balio du dozenak?"},
    {booking, tables, "Mahai bat {n} lagunentzat larunbat gauerako, mesedez"},
    {complaint, waiting, "Ordubete itxaron genuen ostren zain. Pena da."},
    {praise, any, "Ederra! Laster itzuliko gara."},
    {praise, oysters, "Inoiz jan ditudan ostrarik onenak. Eskerrik asko!"},
    {chatter, any, "Ostrak eta ardo zuria, primeran!"},
    {chatter, any, "Hau gosea daukadana"},
    {tagging, any, "{friend} noiz goaz?"},
    {emoji, any, "^😋"},
    {addition, any, "Eta autoa non utz daiteke?"},
    {reproach, any, "Oraindik erantzunaren zain."},
    {nudge, any, "Norbait hor?"},
    {hearsay, any, "Nik ere jakin nahi nuke"},
    {agreement, any, "Guri ere gauza bera gertatu zitzaigun"},
    {defence, any, "Guk oso ondo jan genuen"},
    {banter, any, "Hala da!"},
    {joining_in, any, "Ni prest!"},
    {insistence, any, "Erantzun baten zain nago."},
    {gratitude, any, "Mila esker!"},
    {retort, any, "Eskerrik asko, baina horrek ez du nire galdera erantzuten."},
    {mention, any, "Bordelen gaude, {us} tabernan. Zer gauza goxoak!"},
    {quote, any, "Datorren urtean hor egongo gara."},
};

}  // namespace

std::span<const Phrase> other_phrases(Language language) {
    switch (language) {
        case Language::es:
            return spanish;
        case Language::ar:
            return arabic;
        case Language::eu:
            return basque;
        default:
            return {};
    }
}

}  // namespace fanal::demo
