using System.Text.RegularExpressions;

namespace Workflows.Host.Tests.Documents;

/// <summary><c>docs/custom-activities.md</c> shows the code of the sample that a developer copies, and nothing else.</summary>
public sealed partial class CustomActivityGuideTests
{
    [Fact]
    public void Guide_ItsActivity_IsTheOneOfTheSample() =>
        Assert.Equal(
            CodeOf(File.ReadAllText(Path.Combine(Repository.Root, "samples", "Coupons", "IssueCoupon.cs"))),
            CodeOf(Shown("class IssueCoupon"))
        );

    [Fact]
    public void Guide_ItsPlugin_IsTheOneOfTheSample() =>
        Assert.Equal(
            CodeOf(File.ReadAllText(Path.Combine(Repository.Root, "samples", "Coupons", "CouponPlugin.cs"))),
            CodeOf(Shown("class CouponPlugin"))
        );

    [Fact]
    public void Guide_ItsModel_IsTheOneThatIsTried() =>
        Assert.Equal(
            CodeOf(
                File.ReadAllText(
                    Path.Combine(
                        Repository.Root,
                        "tests",
                        "Workflows.Marketing.Tests",
                        "Recommending",
                        "SameCategory.cs"
                    )
                )
            ),
            CodeOf(Shown("class SameCategory"))
        );

    private static string Shown(string what) =>
        Block()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "custom-activities.md")))
            .Select(match => match.Groups["code"].Value)
            .Single(code => code.Contains(what, StringComparison.Ordinal));

    // What the compiler reads of it: no comments, no usings, no layout.
    private static string CodeOf(string text) =>
        Space()
            .Replace(
                string.Join(
                    ' ',
                    text.Split('\n')
                        .Select(line => line.Trim())
                        .Where(line =>
                            !line.StartsWith("//", StringComparison.Ordinal)
                            && !line.StartsWith("using ", StringComparison.Ordinal)
                            && !line.StartsWith("namespace ", StringComparison.Ordinal)
                        )
                ),
                ""
            );

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Space();
}
