using FsCheck.Xunit;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Tests;

public sealed class ExpressionTests
{
    [Property(MaxTest = 300)]
    public void Compile_AnyText_NeverThrows(string? text, Notation notation)
    {
        var compilation = Expression.Compile(text ?? "", notation, InputShape.Of(("a", typeof(int))));

        Assert.Equal(
            compilation.Succeeded,
            compilation.Diagnostics.All(entry => entry.Severity is DiagnosticSeverity.Warning)
        );
    }

    [Theory]
    [InlineData("a + 1", Notation.Lambda)]
    [InlineData("a + 1", Notation.NCalc)]
    [InlineData("a + 1", Notation.JavaScript)]
    [InlineData("{{ a | plus: 1 }}", Notation.Liquid)]
    public async Task Evaluate_OnManyThreads_KeepsScopesApart(string text, Notation notation)
    {
        var expression = Expression.Compile(text, notation, InputShape.Of(("a", typeof(int)))).Expression!;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(number => Task.Run(() => expression.Evaluate(MapScope.Of(("a", number)))))
        );

        Assert.Equal(
            Enumerable.Range(1, 200).Select(number => number.ToString()),
            answers.Select(answer => answer!.ToString()!),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Evaluate_MissingInput_SaysWhich()
    {
        var expression = Expression.Compile("a + 1", Notation.Lambda, InputShape.Of(("a", typeof(int)))).Expression!;

        var exception = Assert.Throws<ExpressionException>(() => expression.Evaluate(Scope.Empty));

        Assert.Equal(DiagnosticCodes.UnknownName, exception.Code);
        Assert.Contains("'a'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_InputTheTextDoesNotUse_IsNotAskedFor()
    {
        var shape = InputShape.Of(("a", typeof(int)), ("b", typeof(int)));
        var expression = Expression.Compile("a > 0 ? 1 : 2", Notation.Lambda, shape).Expression!;

        Assert.Equal(1, expression.Evaluate(MapScope.Of(("a", 5))));
    }
}
