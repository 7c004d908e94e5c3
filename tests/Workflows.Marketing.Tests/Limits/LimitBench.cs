using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Limits;

/// <summary>A judge over counters in memory, in Shanghai.</summary>
internal sealed class LimitBench
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private int _messages;

    public LimitBench() =>
        Judge = new LimitJudge(Store, new LimitRuleBook(Catalog), new MemoryConsentLedger(Contacts), Shanghai);

    public MemoryContactStore Contacts { get; } = new();

    public MemoryLimitStore Store { get; } = new();

    public RuleSetCatalog Catalog { get; } =
        new(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System) { Uses = RuleSetUses.All };

    public LimitJudge Judge { get; }

    /// <summary>A time of January 2026 in Shanghai; the 5th is a Monday.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        new(2026, 1, day, hour, minute, 0, TimeSpan.FromHours(8));

    public LimitedSend Sop(string group = "g1") => Send("Group") with { Group = group, Kind = "sop" };

    public LimitedSend Private(string contact = "ann") => Send("Private") with { Contact = contact };

    public LimitedSend Send(string carrier) =>
        new()
        {
            Id = new MessageKey(1, $"m{++_messages}"),
            Carrier = carrier,
            Purpose = "marketing",
            Journey = "care",
        };

    public async Task<Verdict> AskAsync(LimitedSend send, DateTimeOffset at) =>
        Assert.Single(await Judge.JudgeAsync([send], at, CancellationToken.None));

    public async Task AllowAsync(LimitedSend send, DateTimeOffset at) =>
        Assert.IsType<Verdict.Allowed>(await AskAsync(send, at));

    public Task ReleaseAsync(LimitedSend send) => Judge.ReleaseAsync([send.Id], CancellationToken.None);
}
