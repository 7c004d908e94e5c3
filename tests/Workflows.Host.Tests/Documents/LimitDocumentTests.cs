using Workflows.Marketing.Limits.Rules;

namespace Workflows.Host.Tests.Documents;

public sealed class LimitDocumentTests
{
    [Fact]
    public void Document_OfLimits_NamesEachWithItsAction()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "limits.md"));

        Assert.All(
            LimitRuleBook.Shipped.Limits,
            limit =>
            {
                var row = Assert.Single(
                    lines,
                    line => line.StartsWith($"| `{limit.Code}` |", StringComparison.Ordinal)
                );
                Assert.Contains($"| {limit.Action.ToString().ToLowerInvariant()} |", row, StringComparison.Ordinal);
            }
        );
    }
}
