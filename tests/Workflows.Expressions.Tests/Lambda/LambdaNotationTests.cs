using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda;
using Node = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.Tests.Lambda;

public sealed class LambdaNotationTests
{
    private static readonly System.Linq.Expressions.ParameterExpression Contact = Node.Parameter(
        typeof(Customer),
        "contact"
    );

    private static readonly Customer Loyal = new("Mei", 7, null, 1m, ["vip"]);

    [Fact]
    public void Parse_TypedParameter_GivesATreeThatCompiles()
    {
        var compilation = LambdaNotation.Parse("contact.paidOrderCount >= 5", [Contact], typeof(bool));

        var compiled = Assert.IsType<Func<Customer, bool>>(compilation.Lambda!.Compile());
        Assert.True(compiled(Loyal));
        Assert.False(compiled(Loyal with { PaidOrderCount = 4 }));
    }

    [Fact]
    public void Parse_CustomType_MayBeCalled()
    {
        var compilation = LambdaNotation.Parse(
            "Discounts.For(contact.PaidOrderCount) > 0.1",
            [Contact],
            typeof(bool),
            customTypes: [typeof(Discounts)]
        );

        Assert.Empty(compilation.Diagnostics);
        Assert.True(((Func<Customer, bool>)compilation.Lambda!.Compile())(Loyal));
    }

    [Fact]
    public void Parse_CustomTypeNotRegistered_IsUnknown() =>
        Assert.Equal(
            DiagnosticCodes.UnknownName,
            LambdaNotation.Parse("Discounts.For(1) > 0.1", [Contact], typeof(bool)).Diagnostics[0].Code
        );

    [Fact]
    public void Parse_OtherResultTypeThanAsked_IsADiagnostic() =>
        Assert.False(LambdaNotation.Parse("contact.Name", [Contact], typeof(bool)).Succeeded);

    [Fact]
    public void Parse_TwoForbiddenMembers_ReportsBoth()
    {
        var compilation = LambdaNotation.Parse("DateTime.Now.Year > 1 && Guid.NewGuid() != Guid.Empty", [Contact]);

        Assert.Equal(
            [new SourceSpan(9, 3), new SourceSpan(30, 7)],
            compilation.Diagnostics.Select(entry => entry.Span)
        );
    }

    public static class Discounts
    {
        public static double For(int orders) => orders > 5 ? 0.2 : 0;
    }
}
