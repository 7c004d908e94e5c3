using System.Text;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Rules.Json;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Tests.Plays;

/// <summary>A policy that lets smaller or larger teams open than is advised is told (S2-29).</summary>
public sealed class GroupBuyReviewTests
{
    [Theory]
    [InlineData("", "", null)]
    [InlineData("\"sizeMax\", \"Expression\": \"5\"", "\"sizeMax\", \"Expression\": \"4\"", null)]
    [InlineData("\"sizeMax\", \"Expression\": \"5\"", "\"sizeMax\", \"Expression\": \"6\"", 6)]
    [InlineData("\"sizeMin\", \"Expression\": \"2\"", "\"sizeMin\", \"Expression\": \"1\"", 1)]
    [InlineData("plan.size <= sizeMax", "plan.size <= sizeMax + 15", 6)]
    [InlineData("\"groupbuy-policy\"", "\"other\"", null)]
    public void Review_OfAPolicy_WarnsOfTeamsOutsideTheAdvice(string before, string after, int? taken)
    {
        using var stream = typeof(GroupBuyPolicy).Assembly.GetManifestResourceStream("groupbuy-policy.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        if (before.Length > 0)
        {
            Assert.Contains(before, text, StringComparison.Ordinal);
            text = text.Replace(before, after, StringComparison.Ordinal);
        }

        var found = GroupBuyReview.Review(RuleSetReader.Read(text).RuleSets![0], "$");

        if (taken is null)
        {
            Assert.Empty(found);
            return;
        }

        var one = Assert.Single(found);
        Assert.Equal(
            (GroupBuyCodes.AboveAdvice, DiagnosticSeverity.Warning, "S2-29"),
            (one.Code, one.Severity, one.Source)
        );
        Assert.Contains($" {taken} ", one.Message, StringComparison.Ordinal);
        Assert.Contains($" {taken} 人", one.In(Language.Chinese).Message, StringComparison.Ordinal);
        Assert.NotEqual(one.Remedy, one.In(Language.Chinese).Remedy);
    }
}
