"""Reports of seven events that never happened, in places that are on no map.

Of each event there are two: one that many papers carry, and one that another reporter wrote, who
was there too and heard the same sentence.
"""

from __future__ import annotations

from typing import NamedTuple


class Event(NamedTuple):
    """One event: the report that is carried on, and another report of the same event."""

    carried: str
    other: str


EVENTS = (
    Event(
        carried="""\
The council of Velm voted on Tuesday to close the north quay until the spring, after divers
found cracks in eleven of its forty piles. Ships of more than two thousand tonnes will berth at
the south quay from Friday, and the grain barges that used to load in the town will have to wait
their turn at Ormsund. The mayor, Ole Brandt, told reporters on the steps of the town hall that
he had feared such a finding for years. “The quay was never meant to carry cranes of this
weight, and we have known it since they were put up,” he said. The harbour master, Ada Holm,
expects that the repairs will cost four million crowns and last at least five months. Fishermen
are to keep their places at the inner basin. The guild of shipowners, which had asked for a
partial opening, said that it would study the divers’ report before it decided whether to go to
court.
""",
        other="""\
Velm loses its northern quay for the winter. With nine votes against four the town’s council
followed its harbour office last night and locked the gates, because the wooden feet on which
the quay stands are giving way. Mayor Ole Brandt did not hide his anger. “The quay was never
meant to carry cranes of this weight, and we have known it since they were put up,” he said. Who
will pay is open. In the corridors a sum of four million was heard, more than the town spends on
its schools in a year. For the barges from the upper lake the closure means a detour of six
hours; their skippers gathered at the lock in the evening and spoke of a strike. The small boats
stay where they are. Work could begin in November if the ice comes late, says the office, and
not before March if it does not.
""",
    ),
    Event(
        carried="""\
A goods train left the rails near the village of Harrow Mill on Sunday morning and spilled some
sixty tonnes of seed potatoes over the line to Castleby. Nobody was hurt. The engine driver said
that he had felt a blow under the third wagon shortly after the bridge and had braked at once.
The railway’s inspector, Maud Perrin, found a broken rail at the place and had a piece of it
sent to the laboratory in Castleby. Trains will not run before Wednesday, and passengers are
taken by bus from Fenwick to the junction. It is the third accident on the branch line within
two years. “We replace what we can pay for, and this stretch was to have its turn next summer,”
Perrin said. Farmers of the valley, who had been waiting for the potatoes, were allowed to
gather what lay beside the embankment on condition that they weigh it and report the quantity to
the station master.
""",
        other="""\
By noon there were more people on the embankment at Harrow Mill than live in the place. They had
come with sacks and barrows, for a train had lost its load there in the night, and word had gone
round that whoever carried the potatoes off might keep them if he had them weighed. Four wagons
lay on their side. The railway blames a rail that broke; the villagers blame the railway. “We
replace what we can pay for, and this stretch was to have its turn next summer,” said the
inspector, Maud Perrin, who had walked the line on foot since dawn. The driver, a man of fifty
with nine years on this route, sat in the guard’s van and drank tea. Until the middle of the
week the way to Castleby leads by road, over the pass, and takes twice as long.
""",
    ),
    Event(
        carried="""\
The state bank of Lorrany raised its rate by half a point to four and a quarter per cent on
Thursday, the first rise in three years, and said that more would follow if wages kept growing
as fast as they did in the summer. Prices in August were six per cent higher than a year before,
against a goal of three. The governor, Ilse Marrow, told the press that the board had been
unanimous. “We would rather be early and mild than late and harsh,” she said. The crown gained
one per cent on the exchange in Port Lorran. Builders and the tenants’ union criticised the
step; the union expects that rents will rise by a tenth until the end of the year. The ministry
of finance, which has to sell bonds for two hundred million crowns in October, declined to
comment. Analysts had mostly expected a rise of a quarter of a point.
""",
        other="""\
Borrowing gets dearer in Lorrany. Twice as large as most had guessed was the step that the
central bankers took yesterday, and their governor left no doubt that she means it. “We would
rather be early and mild than late and harsh,” Ilse Marrow said, and pointed to bread, which
costs a fifth more than last autumn. On the exchange the news was greeted with a jump of the
currency; in the offices of the builders with silence. Behind the decision stands the fear that
workers who see their pay melt will ask for more, and get it. Whether the board was of one mind
she was asked three times, and three times she said yes. Next in line is the treasury. It needs
fresh money in four weeks and will find out then what lenders think of a country that has begun
to brake.
""",
    ),
    Event(
        carried="""\
Rescuers in the Tarn hills found two walkers alive on Monday who had been missing since a storm
on Friday evening. The women, aged twenty-three and twenty-six, had sought shelter in an
abandoned lime kiln and lived on chocolate and rain water. A dog of the mountain guard led the
searchers to the place, which lies an hour’s walk from the path. Both suffer from cold but can
leave the hospital in Tarnby in a few days, the senior doctor said. The guard’s captain, Jon
Reve, praised their calm. “They did what we teach and what nobody does: they stayed where they
were,” he said. More than ninety men and women had taken part in the search, among them pupils
of the forestry school. The guard reminds all walkers to leave word of their way at the hut
before they set out, for the weather on the ridge turns within minutes at this time of the year.
""",
        other="""\
It was Bella who heard them first. The sheepdog, seven years old and in the service of the
mountain guard since she was a pup, stopped, turned off the path and would not be called back.
At the end of her run sat two young women in a ruined kiln, wet, hungry and in good spirits.
Three nights they had been out. “They did what we teach and what nobody does: they stayed where
they were,” says Jon Reve, who leads the guard and had begun to fear the worst. The clouds had
come over the ridge on Friday faster than any forecast. From Saturday on half the valley was
searching. The friends, both students, say that they sang to keep warm. Their parents have asked
to be left in peace. In Tarnby, where they lie under thick blankets, the nurses have already put
a collar of flowers on the dog.
""",
    ),
    Event(
        carried="""\
The parliament of Ostrava Lake passed a law on Wednesday that forbids nets with a mesh of less
than forty millimetres, in order to protect the young pike-perch, of which catches have fallen
by two thirds since the turn of the century. Fishermen have until the first of May to change
their gear and can apply for a third of the cost. The vote was twenty-eight to nineteen. The
minister of waters, Karel Dun, spoke of a last chance. “In five years there will be fish or
there will be fishermen without a lake to fish in,” he told the house. Members from the eastern
shore, where most boats are registered, voted against it across all parties. The biological
station had recommended fifty millimetres and a closed season of six weeks in spring; both were
struck out in committee. The neighbouring state, which owns a quarter of the lake, has announced
talks on a rule of its own.
""",
        other="""\
On the eastern shore the flags hung at half mast this morning. So the fishermen of Ostrava Lake
answered their deputies, who have outlawed the fine nets on which three generations lived.
Anyone who puts out with less than four centimetres from next spring on risks his licence. For
the minister it is arithmetic. “In five years there will be fish or there will be fishermen
without a lake to fish in,” Karel Dun had told them, and a narrow majority followed him. New
gear for one boat costs as much as a good year brings in, and the promised grant covers only
part of it. Scientists are not content either: what they had asked for went further. And across
the water, they say in the taverns, the boats of the neighbours still pull up whatever swims.
""",
    ),
    Event(
        carried="""\
Городской совет Велмы решил во вторник закрыть северный причал до весны, после того как водолазы
нашли трещины в одиннадцати из сорока свай. Суда водоизмещением более двух тысяч тонн с пятницы
будут швартоваться у южного причала, а баржам с зерном придётся ждать своей очереди в Ормсунде.
Мэр Оле Брандт заявил журналистам на ступенях ратуши, что давно опасался такого вывода. «Причал
никогда не был рассчитан на такие краны, и мы знали это с самого начала», — сказал он. Начальник
порта Ада Хольм полагает, что ремонт обойдётся в четыре миллиона крон и продлится не менее пяти
месяцев. Рыбаки сохранят свои места во внутренней гавани. Союз судовладельцев, просивший о
частичном открытии, сообщил, что изучит отчёт водолазов, прежде чем решать, обращаться ли в суд.
""",
        other="""\
Велма остаётся на зиму без северного причала: девятью голосами против четырёх депутаты
поддержали портовое управление и заперли ворота, потому что деревянные опоры больше не держат.
Мэр не скрывал досады. «Причал никогда не был рассчитан на такие краны, и мы знали это с самого
начала», — сказал Оле Брандт. Кто заплатит, неясно. В кулуарах называли сумму, которая больше
годовых расходов города на школы. Для барж с верхнего озера это шесть часов лишнего пути;
вечером капитаны собрались у шлюза и говорили о забастовке. Малые лодки никто не тронет. Если
лёд встанет поздно, рабочие придут в ноябре, если рано — не раньше марта, говорят в управлении.
""",
    ),
    Event(
        carried="""\
维尔姆市议会周二投票决定关闭北码头直至明年春天，此前潜水员在四十根桩柱中的十一根上发现了裂缝。两
千吨以上的船只将从周五起停靠南码头，一向在城里装货的运粮驳船则须到奥姆松排队等候。市长布兰特在市
政厅台阶上对记者说，他多年来一直担心出现这样的结果。“这座码头从来就不是为这样重的起重机建造的，
我们从一开始就知道。”港务长霍尔姆估计维修费用为四百万克朗，工期至少五个月。渔民可以保留内港的泊
位。曾要求部分开放的船东公会表示，将先研究潜水员的报告，再决定是否提起诉讼。
""",
        other="""\
今年冬天，维尔姆失去了北边的码头。昨晚议员们以九票对四票采纳港务局的意见，锁上了大门，因为支撑码
头的木脚已经撑不住了。市长没有掩饰自己的恼怒：“这座码头从来就不是为这样重的起重机建造的，我们从
一开始就知道。”谁来付钱还不清楚。走廊里有人提到一个数字，比全城一年花在学校上的钱还多。对上游来
的驳船来说，绕道要多走六个小时；船长们傍晚聚在船闸边，谈论着罢工。小船不受影响。港务局说，如果结
冰晚，十一月就能开工，否则要等到三月。
""",
    ),
)

# What stands below every page of a paper.
FURNITURE = """\
Read more in our morning letter. Sign up today and have the most important news of the lake in
your box at six. By signing up you agree to our terms and to our rules on what we know of you.
All rights reserved, The Gazette of Velm and Ormsund. You can reach our newsroom by telephone on
weekdays from eight to six.
"""
