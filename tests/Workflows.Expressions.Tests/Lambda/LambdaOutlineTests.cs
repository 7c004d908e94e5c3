using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Expressions.Tests.Lambda;

public sealed class LambdaOutlineTests
{
    // Each part as KIND[text]; parts of a part in brackets behind it.
    [Theory]
    [InlineData("a", "Name[a]")]
    [InlineData("a and b AND c", "And[a and b AND c](Name[a] Name[b] Name[c])")]
    [InlineData("a && (b || c)", "And[a && (b || c)](Name[a] Or[b || c](Name[b] Name[c]))")]
    [InlineData("(a) and (b)", "And[(a) and (b)](Name[a] Name[b])")]
    [InlineData("not a == b", "Comparison[not a == b](Not[not a](Name[a]) Name[b])")]
    [InlineData("x.y >= -2", "Comparison[x.y >= -2](Member[x.y](Name[x]) Literal[-2])")]
    [InlineData("x.f(1, \"a, b\")", "Call[x.f(1, \"a, b\")](Name[x] Literal[1] Literal[\"a, b\"])")]
    [InlineData("a in (1, 2)", "Comparison[a in (1, 2)](Name[a] Other[(1, 2)](Literal[1] Literal[2]))")]
    [InlineData("a ? 1 : 2", "Choice[a ? 1 : 2](Name[a] Literal[1] Literal[2])")]
    [InlineData("a + b * 1.5", "Operation[a + b * 1.5](Name[a] Operation[b * 1.5](Name[b] Literal[1.5]))")]
    [InlineData("x[\"k\"].z", "Member[x[\"k\"].z](Index[x[\"k\"]](Name[x] Literal[\"k\"]))")]
    [InlineData("a =", "Other[a =]")]
    [InlineData("a b", "Other[a b]")]
    [InlineData("((", "Other[((]")]
    [InlineData("", "Other[]")]
    public void Outline_HasPartsWithTheirPlaces(string text, string expected) =>
        Assert.Equal(expected, Print(LambdaOutline.Of(text), text));

    private static string Print(OutlineNode node, string text)
    {
        var parts = node.Parts.Count == 0 ? "" : $"({string.Join(' ', node.Parts.Select(part => Print(part, text)))})";
        return $"{node.Kind}[{node.In(text)}]{parts}";
    }
}
