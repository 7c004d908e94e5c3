using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits;

/// <summary>Judges one message against locked counters: all limits that stop it are found, and the strictest decides.</summary>
internal sealed class Judgement(
    LimitedSend send,
    IReadOnlyList<LimitQuestion> questions,
    LimitRules rules,
    LimitLedger ledger,
    LimitTime time
)
{
    // Two limits can push a message to and fro, such as a full day and quiet hours; they do not do so for ever.
    private const int MaxRounds = 32;

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestSearch = TimeSpan.FromDays(8);

    private readonly LimitReservation? _held = ledger.Find(send.Id);

    public Verdict Run()
    {
        var stops = StopsAt(time.Now);
        if (stops.Count == 0)
        {
            Reserve();
            return Verdict.Allowed.Instance;
        }

        var verdict = Stop(stops);
        foreach (var stop in stops)
        {
            var isDeferred = verdict is Verdict.Deferred && !send.EndsAtLimits;
            ledger.AddHit(
                new LimitHits(send.Id.Tenant, time.Day, stop.Limit.Code, isDeferred ? 1 : 0, isDeferred ? 0 : 1)
            );
        }

        return verdict;
    }

    private Verdict Stop(List<LimitQuestion> stops)
    {
        if (stops.Find(stop => stop.Limit.Action == LimitAction.Drop) is { } dropping)
        {
            return new Verdict.Dropped(dropping.Limit.Code);
        }

        var (until, code) = (time.Now, "");
        for (var round = 0; round < MaxRounds && stops.Count > 0; round++)
        {
            var from = until;
            foreach (var stop in stops)
            {
                if (EndOf(stop, from) is not { } end)
                {
                    return new Verdict.Dropped(stop.Limit.Code);
                }

                if (end > until)
                {
                    (until, code) = (end, round == 0 ? stop.Limit.Code : code);
                }
            }

            stops = StopsAt(until);
            stops.RemoveAll(IsLookedAtAgain);
        }

        return new Verdict.Deferred(until, code);
    }

    private List<LimitQuestion> StopsAt(DateTimeOffset at)
    {
        var then = at == time.Now ? send : send with { At = time.Local(at) };
        // The law names the reason before a platform, a platform before an article; the document's order decides the rest.
        return
        [
            .. questions
                .Where(question => rules.Stops(question.Index, then, CountAt(question, at)))
                .OrderBy(question => question.Limit.Authority),
        ];
    }

    /// <summary>The first time after another at which a limit alone stops the message no more, or null for never.</summary>
    private DateTimeOffset? EndOf(LimitQuestion question, DateTimeOffset from)
    {
        if (question.Limit.Again is { } wait)
        {
            return time.Now + wait;
        }

        foreach (var end in Releases(question).Where(end => end > from).Concat(Steps(from)))
        {
            if (!rules.Stops(question.Index, send with { At = time.Local(end) }, CountAt(question, end)))
            {
                return end;
            }
        }

        return null;
    }

    // Nothing that time brings frees it: it is asked again then, and not before.
    private static bool IsLookedAtAgain(LimitQuestion question) => question.Limit.Again is not null;

    private IEnumerable<DateTimeOffset> Releases(LimitQuestion question) =>
        question.Counter is not { } key || question.Limit.Period is not { } period
            ? []
            : ledger
                .Counters[key]
                .Marks.Select(mark => time.EndIn(period, mark.Start))
                .Where(end => end < DateTimeOffset.MaxValue)
                .Order();

    private static IEnumerable<DateTimeOffset> Steps(DateTimeOffset from)
    {
        var first = new DateTimeOffset(from.UtcTicks - from.UtcTicks % Step.Ticks, TimeSpan.Zero) + Step;
        for (var at = first; at <= from + LongestSearch; at += Step)
        {
            yield return at;
        }
    }

    /// <summary>What a counter holds at a time besides what this message holds itself.</summary>
    private LimitCount CountAt(LimitQuestion question, DateTimeOffset at)
    {
        if (question.Counter is not { } key || question.Limit.Period is not { } period)
        {
            return LimitCount.Zero;
        }

        var (used, among) = (0m, 0m);
        foreach (var mark in ledger.Counters[key].Marks)
        {
            if (time.EndIn(period, mark.Start) > at)
            {
                (used, among) = (used + mark.Used, among + mark.Among);
            }
        }

        return HeldOf(key) is { } held && time.EndIn(period, held.Start) > at
            ? new LimitCount(used - held.Used, among - held.Among)
            : new LimitCount(used, among);
    }

    private LimitMark? HeldOf(CounterKey key) =>
        _held?.Holds.FirstOrDefault(hold => new CounterKey(send.Id.Tenant, hold.Code, hold.Scope) == key)?.Mark;

    private void Reserve()
    {
        var holds = new List<LimitHold>();
        foreach (var question in questions)
        {
            if (question.Counter is { } key && question.Limit.Period is { } period)
            {
                var mark = Move(key, new LimitMark(time.StartIn(period), question.Adds.Used, question.Adds.Among));
                holds.Add(new LimitHold(key.Code, key.Scope, mark));
                ledger.Counters[key].Settle(start => time.EndIn(period, start), time.Now - LimitTime.Skew);
            }
        }

        if (holds.Count > 0 && !(_held?.Holds.SequenceEqual(holds) ?? false))
        {
            ledger.Put(time.Reservation(send.Id, holds, rules));
        }
    }

    /// <summary>
    /// A second attempt counts once, in the part of the period in which it happens: the mark moves along, and never back.
    /// As parts that are still to come count as well, the part it leaves counts it until it is over.
    /// </summary>
    private LimitMark Move(CounterKey key, LimitMark mark)
    {
        var counter = ledger.Counters[key];
        if (HeldOf(key) is { } held)
        {
            if (held.Start >= mark.Start)
            {
                return held;
            }

            counter.Take(held);
        }

        counter.Add(mark);
        return mark;
    }
}
