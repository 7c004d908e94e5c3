using System.Linq.Expressions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>Why something was not analysed.</summary>
internal static class Reasons
{
    private const int MaxLength = 80;

    public static Wording NotUnderstood(Expression part)
    {
        var text = Shown(part);
        return new($"'{text}' is more than a comparison of one field with a value", $"“{text}”不只是字段与值的比较");
    }

    public static Wording Circle(Expression part)
    {
        var text = Shown(part);
        return new(
            $"'{text}' compares fields that other conditions already compare in another way",
            $"“{text}”所比较的字段在其他条件中已以另一种方式比较"
        );
    }

    public static Wording ParameterMayFail(string name) =>
        new(
            $"the parameter '{name}' may fail, and then no rule holds",
            $"参数“{name}”可能出错，出错时所有规则都不成立"
        );

    public static Wording TooManyCases { get; } = new("its conditions fall into too many cases", "条件组合过多");

    private static string Shown(Expression part)
    {
        var text = LambdaText.Of(part);
        return text.Length > MaxLength ? $"{text[..MaxLength]}…" : text;
    }
}
