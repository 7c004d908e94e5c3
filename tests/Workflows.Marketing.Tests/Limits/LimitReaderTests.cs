using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Tests.Limits;

public sealed class LimitReaderTests
{
    [Fact]
    public void Shipped_Limits_NameTheirSourcesInBothLanguages()
    {
        Assert.All(
            LimitRuleBook.Shipped.Limits,
            limit =>
            {
                Assert.NotEmpty(limit.Source);
                Assert.NotEqual(limit.Title, limit.TitleZh);
                Assert.Equal(limit.Scope == LimitScope.None, limit.Period is null);
            }
        );
    }

    [Theory]
    [InlineData("\"source\": \"S0-45\",", "", LimitCodes.Unexplained)]
    [InlineData("\"scope\": \"group\",", "\"scope\": \"crowd\",", LimitCodes.BadScope)]
    [InlineData("\"scope\": \"group\",", "\"scope\": \"2\",", LimitCodes.BadScope)]
    [InlineData("\"period\": \"day\"", "\"period\": \"fortnight\"", LimitCodes.BadPeriod)]
    [InlineData("\"SuccessEvent\": \"defer\"", "\"SuccessEvent\": \"wait\"", LimitCodes.BadAction)]
    public async Task Publish_LimitThatSaysTooLittle_IsRefused(string part, string replacement, string code)
    {
        var publication = await new LimitBench().Catalog.PublishAsync(Changed(part, replacement));

        Assert.False(publication.Succeeded);
        Assert.Equal(code, Assert.Single(publication.Diagnostics).Code);
    }

    [Theory]
    [InlineData("group_sop_daily", "\"3\"", "\"4\"", DiagnosticSeverity.Warning)]
    [InlineData("staff_sales_moments_daily", "\"3\"", "\"4\"", DiagnosticSeverity.Warning)]
    [InlineData(
        "group_sop_daily",
        "message.Group != null",
        "message.Carrier == \\\"Group\\\"",
        DiagnosticSeverity.Warning
    )]
    [InlineData("staff_sales_moments_daily", " OR message.Kind == \\\"offer\\\"", "", DiagnosticSeverity.Warning)]
    [InlineData("bot_groups", "\"200\"", "\"201\"", DiagnosticSeverity.Warning)]
    [InlineData("newcomer_promo", "\"2\"", "\"1\"", DiagnosticSeverity.Warning)]
    [InlineData("wecom_robot_minute", "\"20\"", "\"21\"", DiagnosticSeverity.Error)]
    [InlineData("wecom_contact_monthly", "\"message.DaysInMonth\"", "\"31\"", DiagnosticSeverity.Error)]
    [InlineData("sms_consent", " AND NOT message.HasConsent", " AND message.Hour < 5", DiagnosticSeverity.Error)]
    public async Task Publish_MoreThanTheSourceAllows_IsSaid(
        string limit,
        string part,
        string replacement,
        DiagnosticSeverity severity
    )
    {
        var publication = await new LimitBench().Catalog.PublishAsync(Changed(part, replacement, limit));

        var found = Assert.Single(publication.Diagnostics);
        Assert.Equal((LimitCodes.AboveSource, severity), (found.Code, found.Severity));
        Assert.Contains(limit, found.Message, StringComparison.Ordinal);
        Assert.Equal(severity == DiagnosticSeverity.Warning, publication.Succeeded);
    }

    [Fact]
    public async Task Publish_CounterThatCountsNothing_IsRefused()
    {
        var json = Changed("counts AND", "", "bot_groups")
            .Replace(
                """{ "Name": "counts", "Expression": "message.Kind == \"bot-group\"" }""",
                """{ "Name": "other", "Expression": "1" }""",
                StringComparison.Ordinal
            );

        var publication = await new LimitBench().Catalog.PublishAsync(json);

        Assert.Equal(LimitCodes.NothingCounted, Assert.Single(publication.Diagnostics).Code);
    }

    [Fact]
    public async Task Publish_LowerValue_IsTaken()
    {
        var bench = new LimitBench();

        var lower = await bench.Catalog.PublishAsync(Changed("\"200\"", "\"150\""));

        Assert.True(lower.Succeeded);
        Assert.Empty(lower.Diagnostics);
    }

    [Theory]
    [InlineData("day", "2026-01-05T00:00:00+08:00", "2026-01-06T00:00:00+08:00")]
    [InlineData("7 days", "2026-01-05T00:00:00+08:00", "2026-01-12T00:00:00+08:00")]
    [InlineData("week", "2026-01-05T00:00:00+08:00", "2026-01-12T00:00:00+08:00")]
    [InlineData("month", "2026-01-01T00:00:00+08:00", "2026-02-01T00:00:00+08:00")]
    [InlineData("rolling 90 minutes", "2026-01-05T23:30:00+08:00", "2026-01-06T01:00:00+08:00")]
    public void Period_AtAMoment_HasTheTenantsDays(string text, string start, string end)
    {
        Assert.True(LimitPeriod.TryParse(text, out var period));

        var began = period.StartOf(LimitBench.At(5, 23, 30), LimitBench.Shanghai);

        Assert.Equal(DateTimeOffset.Parse(start, null), began);
        Assert.Equal(DateTimeOffset.Parse(end, null), period.EndOf(began, LimitBench.Shanghai));
    }

    [Theory]
    [InlineData("")]
    [InlineData("days")]
    [InlineData("0 days")]
    [InlineData("401 days")]
    [InlineData("7 weeks")]
    [InlineData("rolling day")]
    public void Period_Unknown_IsNone(string text) => Assert.False(LimitPeriod.TryParse(text, out _));

    private static string Changed(string part, string replacement, string? within = null)
    {
        var text = LimitRuleBook.Text();
        var from = within is null ? 0 : text.IndexOf($"\"{within}\"", StringComparison.Ordinal);
        var at = text.IndexOf(part, from, StringComparison.Ordinal);
        Assert.True(at >= 0, part);
        return text[..at] + replacement + text[(at + part.Length)..];
    }
}
