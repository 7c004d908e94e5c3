namespace Workflows.Expressions.Tests.Scripting;

/// <summary>The short way through plain templates must give what the library gives.</summary>
public class PlainTemplateTests
{
    // A comment is no plain template, and adds nothing.
    private const string LongWay = "{% comment %}{% endcomment %}";

    public static TheoryData<string> Templates =>
        [
            "",
            "no values",
            "{{ name }}",
            "{{name}}, hello",
            "{{ contact.name | default: 'dear friend' }}, thank you: {{ contact.count }}!",
            "{{ contact.name|default:\"友\" }}",
            "{{ contact.empty | default: 'x' }}",
            "{{ contact.blank | default: 'x' }}",
            "{{ contact.blank }}",
            "{{ contact.count | default: 'x' }}",
            "{{ contact.amount }}",
            "{{ contact.truth }}",
            "{{ contact.nothing.more }}",
            "{{ contact.name.size }}",
            "{{ contact.tags }}",
            "{{ contact }}",
            "{{ missing }}|{{ missing.member | default: 'none' }}",
            "{{ nil }}{{ true }}{{ empty }}",
            "{{ name | upcase }}",
            "{{ name | default: missing }}",
            "{{ name | default: 'a' | upcase }}",
            "}} {{ name }} }}",
            "{ { name } }",
        ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Render_ShortWay_GivesWhatTheLibraryGives(string template)
    {
        var scope = new MapScope(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["name"] = "小梅",
                ["contact"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["name"] = "Mei",
                    ["empty"] = "",
                    ["blank"] = "  ",
                    ["count"] = 3L,
                    ["amount"] = 2.50m,
                    ["truth"] = true,
                    ["nothing"] = null,
                    ["tags"] = new[] { "a", "b" },
                },
            }
        );

        Assert.Equal(Render(template + LongWay, scope), Render(template, scope));
    }

    private static object? Render(string template, MapScope scope)
    {
        var compilation = Expression.Compile(template, Notation.Liquid);
        Assert.Empty(compilation.Diagnostics);
        return compilation.Expression!.Evaluate(scope);
    }
}
