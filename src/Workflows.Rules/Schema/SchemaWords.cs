using Workflows.Expressions.Diagnostics;

namespace Workflows.Rules.Schema;

/// <summary>What an editor shows beside a property, in both languages.</summary>
internal sealed class SchemaWords(Language language)
{
    public string Document => Say("A RulesEngine rule set, or a list of them.", "RulesEngine 规则集，或规则集列表。");
    public string RuleSet => Say("A named list of rules that are asked together.", "一起判断的一组规则。");
    public string SetName =>
        Say("The name under which the rule set is published; unique.", "规则集发布时的名称，须唯一。");
    public string Includes =>
        Say("Rule sets whose rules are appended to this one's.", "其规则会附加到本规则集之后的其他规则集。");
    public string GlobalParams =>
        Say(
            "Values with a name that every rule may use; a later one may use the earlier ones.",
            "所有规则可用的命名值；后面的可以引用前面的。"
        );
    public string LocalParams => Say("Values with a name that only this rule uses.", "仅供本规则使用的命名值。");
    public string Rules => Say("The rules, in the order in which they are asked.", "规则，按判断顺序排列。");
    public string RuleName => Say("The rule's name, unique among its neighbours.", "规则名称，同级内唯一。");
    public string Enabled => Say("Whether the rule takes part; true unless given.", "规则是否启用，默认启用。");
    public string Condition => Say("The condition, true or false.", "条件，结果为真或假。");
    public string Operator => Say("How nested rules combine.", "嵌套规则的组合方式。");
    public string SuccessEvent =>
        Say(
            "What a journey follows when the rule holds; the rule's name unless given.",
            "规则成立时旅程所走的出口，默认为规则名称。"
        );
    public string ErrorMessage =>
        Say(
            "What is said when the rule does not hold; $(input.member) is filled in.",
            "规则不成立时的提示，可用 $(input.member)。"
        );
    public string Actions => Say("What is worked out after the rule was judged.", "规则判断之后的计算。");
    public string Output => Say("The rule's output.", "规则的输出。");
    public string Asked => Say("Asks another rule and passes its output on.", "调用另一条规则，并传递其输出。");
    public string Properties =>
        Say("Free properties of yours, kept and never judged.", "自定义属性，仅保留，不参与判断。");
    public string ParamName => Say("The name: letters, digits and '_'.", "名称：字母、数字和下划线。");
    public string Expression =>
        Say(
            "C#-like text over the inputs: == != < <= > >= and or not in ( ) + - * / % ?: and methods such as AddDays, StartsWith, Contains, Math.Round, string.IsNullOrEmpty, np.",
            "针对输入的类 C# 表达式：== != < <= > >= and or not in ( ) + - * / % ?:，以及 AddDays、StartsWith、Contains、Math.Round、string.IsNullOrEmpty、np 等方法。"
        );
    public string Field => Say("The values expressions can use.", "表达式可用的字段。");
    public string ValidFrom =>
        Say(
            "From when this version is in force; a day begins at midnight of the workspace.",
            "本版本的生效时间；日期以工作区零点为准。"
        );
    public string Inputs =>
        Say(
            "The types of the rule set's own inputs by name: number, whole, text, flag, time, an object or a list of them.",
            "规则集自己的输入及其类型：number、whole、text、flag、time，或由其组成的对象、列表。"
        );

    public string Facts => Say("Conditions that hold for all inputs.", "对所有输入都成立的条件。");

    public string ValidTo => Say("Until when, exclusively, this version is in force.", "本版本的失效时间（不含）。");

    /// <summary>The kind of a type, as authors think of it.</summary>
    public string Kind(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var optional = bare != type ? Say(", may be empty", "，可为空") : "";
        var kind =
            bare == typeof(string) ? Say("text", "文本")
            : bare == typeof(bool) ? Say("yes or no", "是或否")
            : bare == typeof(DateTimeOffset) || bare == typeof(DateTime) ? Say("date with time", "日期时间")
            : bare.IsPrimitive || bare == typeof(decimal) ? Say("number", "数字")
            : bare == typeof(Guid) ? "id"
            : Say("list", "列表");
        return $"{kind}{optional}";
    }

    private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;
}
