using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Designer;

/// <summary>Chooses the editor of an input and says what it needs to know.</summary>
internal static class InputEditors
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The editor the attribute names, or the one that suits the type.</summary>
    public static string HintOf(ActivityMember member) =>
        member.Input?.UIHint
        ?? member.Kind switch
        {
            ActivityMemberKind.Variable => InputUIHints.VariablePicker,
            _ when ChoicesOf(member) is not null => InputUIHints.DropDown,
            _ => HintOf(Nullable.GetUnderlyingType(member.ValueType) ?? member.ValueType),
        };

    /// <summary>The value without any expression in its JSON form, as attribute or property initialiser say; null for none.</summary>
    public static object? DefaultOf(ActivityMember member, Activity sample)
    {
        var value =
            member.Input?.DefaultValue
            ?? member.Property.GetValue(sample) switch
            {
                Input input => input.Constant,
                var plain when member.Kind == ActivityMemberKind.Plain => plain,
                _ => null,
            };
        return value is null or "" or IEnumerable and not string and not ICollection<string> ? null
            : value is Type ? null
            : Simplify(JsonSerializer.SerializeToElement(value, Plain));
    }

    /// <summary>The choices that need nobody to be asked: of an enumeration, or listed by the attribute.</summary>
    public static IReadOnlyList<InputOption>? ChoicesOf(ActivityMember member)
    {
        if (member.Input?.Options is IEnumerable<string> texts)
        {
            return [.. texts.Select(text => new InputOption(text, text))];
        }
        var type = Nullable.GetUnderlyingType(member.ValueType) ?? member.ValueType;
        if ((ActivityMember.ElementOf(type) ?? type) is { IsEnum: true } choices)
        {
            return [.. Enum.GetNames(choices).Select(name => new InputOption(name, name))];
        }
        return null;
    }

    /// <summary>What an editor with choices needs to know, under the names the designer looks for.</summary>
    public static void AddChoices(Dictionary<string, object> specifications, string hint, ChoiceList choices)
    {
        var member = hint switch
        {
            InputUIHints.RadioList => "radioList",
            InputUIHints.CheckList => "checkList",
            _ => "selectList",
        };
        specifications[hint] = new Dictionary<string, object>(StringComparer.Ordinal) { [member] = choices };
    }

    /// <summary>What editors without choices need to know.</summary>
    public static Dictionary<string, object> SpecificationsOf(ActivityMember member, string hint)
    {
        var specifications = new Dictionary<string, object>(StringComparer.Ordinal);
        if (hint is InputUIHints.CodeEditor or InputUIHints.JsonEditor)
        {
            specifications[InputUIHints.CodeEditor] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["language"] = hint is InputUIHints.JsonEditor ? "json" : member.Input?.CodeLanguage ?? "plaintext",
                ["editorHeight"] = 0,
                ["singleLineMode"] = false,
            };
        }
        if (hint is InputUIHints.DynamicOutcomes)
        {
            specifications["DynamicOutcomesOptions"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["fixedOutcomes"] = member.Input?.Options is IEnumerable<string> fixedOutcomes ? fixedOutcomes : [],
            };
        }
        return specifications;
    }

    private static string HintOf(Type type) =>
        type == typeof(bool) ? InputUIHints.Checkbox
        : type == typeof(DateTimeOffset) || type == typeof(DateTime) ? InputUIHints.DateTimePicker
        : IsDictionary(type) ? InputUIHints.Dictionary
        : ActivityMember.ElementOf(type) == typeof(string) ? InputUIHints.MultiText
        : InputUIHints.SingleLine;

    private static bool IsDictionary(Type type) =>
        type.IsGenericType
        && type.GetGenericArguments() is [var key, _]
        && key == typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(type);

    private static object? Simplify(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Null => null,
            _ => json,
        };
}
