using Workflows.Marketing.Contacts;
using Workflows.Rules.Explaining;

namespace Workflows.Marketing.Journeys;

/// <summary>What people call the inputs of <see cref="ContactRules.Shape"/> and their members.</summary>
public static class ContactVocabulary
{
    /// <summary>The names, in both languages.</summary>
    public static Vocabulary Names { get; } =
        new([
            .. ContactFields.All.Select(field => new FieldName(
                $"contact.{field.Member}",
                field.English,
                field.Chinese
            )),
            new FieldName("contact.OptOuts", "opt-outs", "退订"),
            new FieldName("contact.IsReachable", "reachable", "可触达"),
            new FieldName("contact.Pool", "pool", "私域池"),
            new FieldName("contact.Stage", "relationship stage", "关系阶段"),
            new FieldName("contact.Persona", "persona", "人设"),
            new FieldName("contact.ExpertPersona", "expert persona", "专家人设"),
            new FieldName("contact.SalesPersona", "sales persona", "销售人设"),
            new FieldName("contact.Identities", "identities", "身份标识"),
            new FieldName("now", "now", "当前时间"),
        ]);
}
