using System.Text.Json;
using Workflows.Rules.Catalog;

namespace Workflows.Conformance.RuleFiles;

/// <summary>One recorded call. Its inputs are made anew for every question, since an engine may change them.</summary>
internal sealed class RecordedCall(JsonElement json)
{
    public string Api { get; } = json.GetProperty("api").GetString()!;

    public string RuleSet => Text("workflow");

    public string Rule => Text("rule");

    public string Expression => Text("expression");

    public string As => Text("as");

    public string Definition => json.GetProperty("definition").GetRawText();

    public IReadOnlyList<RuleInput> Inputs => RecordedInputs.Read(json);

    private string Text(string name) => json.GetProperty(name).GetString()!;
}
