using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using static Workflows.Marketing.Tests.Limits.LimitBench;

namespace Workflows.Marketing.Tests.Limits;

public sealed class LimitJudgeTests
{
    private readonly LimitBench _bench = new();

    [Fact]
    public async Task Judge_FourthSopOfAGroup_WaitsForTheNextMorning()
    {
        for (var sent = 0; sent < 3; sent++)
        {
            await _bench.AllowAsync(_bench.Sop(), At(5, 9 + sent));
        }

        var verdict = await _bench.AskAsync(_bench.Sop(), At(5, 15));

        // The day ends at midnight; quiet hours end at eight.
        Assert.Equal(new Verdict.Deferred(At(6, 8), "group_sop_daily"), verdict);
        await _bench.AllowAsync(_bench.Sop("g2"), At(5, 15));
        await _bench.AllowAsync(_bench.Sop(), At(6, 8));
    }

    [Fact]
    public async Task Judge_SameMessageAgain_CountsItOnce()
    {
        var first = _bench.Sop();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await _bench.AllowAsync(first, At(5, 9, attempt));
        }

        await _bench.AllowAsync(_bench.Sop(), At(5, 10));
        await _bench.AllowAsync(_bench.Sop(), At(5, 10));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop(), At(5, 10)));
        await _bench.AllowAsync(first, At(5, 11));
    }

    [Fact]
    public async Task Judge_SecondAttemptOnTheNextDay_CountsOnThatDay()
    {
        var first = _bench.Sop();
        await _bench.AllowAsync(first, At(5, 9));
        await _bench.AllowAsync(first, At(6, 9));
        await _bench.AllowAsync(_bench.Sop(), At(6, 9));
        await _bench.AllowAsync(_bench.Sop(), At(6, 9));

        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop(), At(6, 9)));
    }

    [Fact]
    public async Task Release_MessageThatEndedUnsent_GivesItsPlaceBack()
    {
        LimitedSend[] sends = [_bench.Sop(), _bench.Sop(), _bench.Sop()];
        foreach (var send in sends)
        {
            await _bench.AllowAsync(send, At(5, 9));
        }

        await _bench.ReleaseAsync(sends[1]);
        await _bench.ReleaseAsync(sends[1]);

        await _bench.AllowAsync(_bench.Sop(), At(5, 10));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop(), At(5, 10)));
    }

    [Fact]
    public async Task Judge_ShortlyBeforeMidnight_CountsForBothDays()
    {
        // Night is for service messages; the group's SOP is one here.
        var send = _bench.Sop() with
        {
            Purpose = "service",
        };
        await _bench.AllowAsync(send, At(5, 23, 59));

        for (var sent = 0; sent < 2; sent++)
        {
            await _bench.AllowAsync(_bench.Sop() with { Purpose = "service" }, At(6, 0, 1));
        }

        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop(), At(6, 9)));
    }

    [Fact]
    public async Task Judge_OnePlaceLeftAndTwoJourneys_GivesItToTheHigherPriority()
    {
        LimitedSend[] sends =
        [
            _bench.Private() with
            {
                Priority = 1,
                Journey = "newsletter",
            },
            _bench.Private() with
            {
                Priority = 5,
                Journey = "birthday",
            },
        ];

        var verdicts = await _bench.Judge.JudgeAsync(sends, At(5, 12), CancellationToken.None);

        Assert.Equal([new Verdict.Deferred(At(6, 8), "contact_daily"), Verdict.Allowed.Instance], verdicts);
    }

    [Fact]
    public async Task Judge_FifthMarketingMessageOfAWeek_WaitsForMonday()
    {
        for (var day = 5; day < 9; day++)
        {
            await _bench.AllowAsync(_bench.Private(), At(day, 12));
        }

        Assert.Equal(
            new Verdict.Deferred(At(12, 8), "contact_weekly"),
            await _bench.AskAsync(_bench.Private(), At(9, 12))
        );
        await _bench.AllowAsync(_bench.Private() with { Purpose = "service" }, At(9, 12));
    }

    [Theory]
    [InlineData(7, 59, 5, 8)]
    [InlineData(22, 0, 6, 8)]
    [InlineData(23, 30, 6, 8)]
    public async Task Judge_QuietHours_WaitsUntilTheyEnd(int hour, int minute, int untilDay, int untilHour)
    {
        Assert.Equal(
            new Verdict.Deferred(At(untilDay, untilHour), "quiet_hours"),
            await _bench.AskAsync(_bench.Private(), At(5, hour, minute))
        );
        await _bench.AllowAsync(_bench.Private() with { Purpose = "service" }, At(5, hour, minute));
    }

    [Fact]
    public async Task Judge_SeveralLimitsHold_TheStricterWins()
    {
        await _bench.AllowAsync(_bench.Private(), At(5, 12));

        Assert.Equal(
            new Verdict.Dropped("opted_out"),
            await _bench.AskAsync(_bench.Private() with { IsRefused = true }, At(5, 23))
        );
        Assert.Equal(
            new Verdict.Deferred(At(6, 8), "contact_daily"),
            await _bench.AskAsync(_bench.Private(), At(5, 12))
        );
    }

    [Fact]
    public async Task Judge_SmsWithoutProofOfConsent_IsDropped()
    {
        var sms = _bench.Send("Sms") with { Contact = "ann" };

        Assert.Equal(new Verdict.Dropped("sms_consent"), await _bench.AskAsync(sms, At(5, 12)));
        await _bench.AllowAsync(sms with { HasConsent = true }, At(5, 12));
    }

    [Fact]
    public async Task Judge_ThirdPromotionAmongPromotions_WaitsForTheWindow()
    {
        await _bench.AllowAsync(Offer("ann"), At(5, 12));
        await _bench.AllowAsync(Offer("ann"), At(6, 12));
        Assert.Equal(new Verdict.Deferred(At(19, 8), "promo_ratio"), await _bench.AskAsync(Offer("ann"), At(7, 12)));

        foreach (var day in (int[])[7, 8, 9])
        {
            await _bench.AllowAsync(_bench.Private() with { Purpose = "service", Kind = "knowledge" }, At(day, 12));
        }

        // Three of six are a half.
        await _bench.AllowAsync(Offer("ann"), At(10, 12));
    }

    [Fact]
    public async Task Judge_SameProductWithinSevenDays_IsDropped()
    {
        var send = _bench.Private() with { Product = "milk", Purpose = "service" };
        await _bench.AllowAsync(send, At(5, 12));

        var again = _bench.Private() with { Product = "milk", Purpose = "service" };
        Assert.Equal(new Verdict.Dropped("product_repeat"), await _bench.AskAsync(again, At(11, 23)));
        await _bench.AllowAsync(again with { Product = "bread" }, At(11, 23));
        await _bench.AllowAsync(again with { Contact = "bob" }, At(11, 23));
        await _bench.AllowAsync(_bench.Private() with { Product = "milk", Purpose = "service" }, At(12, 0));
    }

    [Fact]
    public async Task Judge_BudgetOfTheJourney_StopsHard()
    {
        await _bench.AllowAsync(Gift(60.10m), At(5, 12));
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), await _bench.AskAsync(Gift(39.91m), At(6, 12)));
        var last = Gift(39.90m);
        await _bench.AllowAsync(last, At(7, 12));
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), await _bench.AskAsync(Gift(0.01m), At(20, 12)));

        await _bench.ReleaseAsync(last);
        await _bench.AllowAsync(Gift(39.90m), At(21, 12));
    }

    [Theory]
    [InlineData(28, 2)]
    [InlineData(31, 1)]
    public async Task Judge_MassMessages_AreAsManyAsTheMonthHasDays(int days, int month)
    {
        var noon = new DateTimeOffset(2026, month, 1, 12, 0, 0, TimeSpan.FromHours(8));
        LimitedSend Mass() => _bench.Private() with { Channel = "wecom", Purpose = "service" };
        for (var sent = 0; sent < days; sent++)
        {
            await _bench.AllowAsync(Mass(), noon);
        }

        var verdict = await _bench.AskAsync(Mass(), noon);

        var next = new DateTimeOffset(2026, month + 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(new Verdict.Deferred(next, "wecom_contact_monthly"), verdict);
    }

    [Fact]
    public async Task Judge_RobotsTwentyFirstMessageOfAMinute_WaitsUntilTheFirstIsAMinuteOld()
    {
        LimitedSend Robot() =>
            _bench.Send("Webhook") with
            {
                Channel = "wecom-robot",
                Sender = "r1",
                Purpose = "service",
            };
        for (var second = 0; second < 20; second++)
        {
            await _bench.AllowAsync(Robot(), At(5, 12).AddSeconds(second));
        }

        Assert.Equal(
            new Verdict.Deferred(At(5, 12, 1), "wecom_robot_minute"),
            await _bench.AskAsync(Robot(), At(5, 12).AddSeconds(30))
        );
        await _bench.AllowAsync(Robot(), At(5, 12, 1));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(Robot(), At(5, 12, 1)));
    }

    [Fact]
    public async Task Judge_ChangedThreshold_CountsFromTheNextQuestionOn()
    {
        for (var sent = 0; sent < 3; sent++)
        {
            await _bench.AllowAsync(_bench.Sop(), At(5, 9));
        }

        await PublishAsync(2);
        await _bench.AllowAsync(_bench.Sop("g2"), At(5, 9));
        await _bench.AllowAsync(_bench.Sop("g2"), At(5, 9));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop("g2"), At(5, 9)));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop(), At(5, 9)));

        await PublishAsync(1);
        await _bench.AllowAsync(_bench.Sop("g3"), At(5, 9));
        Assert.IsType<Verdict.Deferred>(await _bench.AskAsync(_bench.Sop("g3"), At(5, 9)));

        async Task PublishAsync(int most)
        {
            var json = LimitRuleBook
                .Text()
                .Replace(
                    """{ "Name": "max", "Expression": "3" },""",
                    $$"""{ "Name": "max", "Expression": "{{most}}" },""",
                    StringComparison.Ordinal
                );
            Assert.True((await _bench.Catalog.PublishAsync(json)).Succeeded);
        }
    }

    [Fact]
    public async Task Judge_WhatItStopped_IsCountedByDayAndLimit()
    {
        for (var sent = 0; sent < 5; sent++)
        {
            await _bench.AskAsync(_bench.Sop(), At(5, 9));
        }

        await _bench.AskAsync(_bench.Private() with { IsRefused = true }, At(5, 9));

        var hits = await _bench.Store.HitsAsync(1, new DateOnly(2026, 1, 5), CancellationToken.None);
        Assert.Equal(
            [("group_sop_daily", 2L, 0L), ("opted_out", 0L, 1L)],
            hits.Select(hit => (hit.Code, hit.Deferred, hit.Dropped))
        );
    }

    private LimitedSend Offer(string contact) => _bench.Private(contact) with { Kind = "offer" };

    private LimitedSend Gift(decimal subsidy) =>
        _bench.Private() with
        {
            Purpose = "service",
            Subsidy = subsidy,
            Budget = 100,
        };
}
