using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;

namespace Workflows.Marketing.Tests.Content;

public sealed class MergeFieldsTests
{
    private static readonly MergeFields Fields = new(_ =>
        ValueTask.FromResult<IReadOnlyCollection<string>?>(["name", "city", "生日"])
    );

    [Theory]
    [InlineData("您好", "")]
    [InlineData("{{ contact.name | default: '您' }}", "")]
    [InlineData("{{contact.name|default:'您'}}", "")]
    [InlineData("""{{ contact["city"] | default: "本地" }}""", "")]
    [InlineData("{{ contact.生日 | default: '' }}", "")]
    [InlineData("{{ contact.paidOrderCount }} {{ contact.id }}", "")]
    [InlineData("{% if contact.city %}{{ contact.city }}{% endif %}", "")]
    [InlineData("{{ contact.attributes.city | default: 'x' }}", "")]
    [InlineData("{{ 'contact.nobody' }}", "")]
    [InlineData("contact.nobody outside", "")]
    [InlineData("{{ contact.name }}", "CNT009 3+12")]
    [InlineData("{{ contact.phone }}", "CNT009 3+13")]
    [InlineData("{{ contact.lastPaidAt }}", "CNT009 3+18")]
    [InlineData("{{ contact.name | upcase }} {{ contact.name | default: '您' }}", "CNT009 3+12")]
    [InlineData("{{ contact.nmae | default: '您' }}", "CNT008 3+12")]
    [InlineData("""{{ contact["town"] | default: '' }}""", "CNT008 3+15")]
    [InlineData("{% if contact.town %}a{% endif %}", "CNT008 6+12")]
    [InlineData("{{ contact.attributes.town | default: 'x' }}", "CNT008 3+23")]
    public async Task Fields_OfAText_AreKnownOrSaid(string text, string expected)
    {
        var found = await Fields.CheckAsync(text, "$.text", default);

        Assert.Equal(
            expected,
            string.Join(", ", found.Select(one => $"{one.Code} {one.Span!.Start}+{one.Span.Length}"))
        );
    }

    [Theory]
    [InlineData("nam", "Did you mean 'contact.name'?")]
    [InlineData("ctiy", "Add the attribute to the workspace first, or name another field.")]
    [InlineData("citi", "Did you mean 'contact.city'?")]
    [InlineData("ciity", "Did you mean 'contact.city'?")]
    public async Task Field_Mistyped_IsGuessed(string name, string remedy)
    {
        var found = await Fields.CheckAsync($$$"""{{ contact.{{{name}}} | default: '' }}""", "$.text", default);

        var one = Assert.Single(found);
        Assert.Equal(
            (ContentCodes.FieldUnknown, DiagnosticSeverity.Error, remedy),
            (one.Code, one.Severity, one.Remedy)
        );
    }

    [Fact]
    public async Task Fields_WhereNobodyKnowsTheAttributes_AreNeverUnknown() =>
        Assert.Equal(
            ContentCodes.FieldWithoutFallback,
            Assert.Single(await MergeFields.OfAnyName.CheckAsync("{{ contact.x }}", "$.text", default)).Code
        );
}
