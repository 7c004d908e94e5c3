using Workflows.Runtime.Activities;

namespace Workflows.Authoring.Tests.Activities;

/// <summary>Every editor the documentation shows.</summary>
[Activity("Shop", "Settings", "Shows every editor.")]
public class Settings : CodeActivity
{
    [Input(Description = "A switch.", UIHint = InputUIHints.Checkbox)]
    public Input<bool> DebugMode { get; set; } = default!;

    [Input(
        Description = "One of several.",
        Options = new[] { "Development", "Production" },
        DefaultValue = "Development",
        UIHint = InputUIHints.DropDown
    )]
    public Input<string> Stage { get; set; } = default!;

    [Input(Description = "One of two.", Options = new[] { "One", "Many" }, UIHint = InputUIHints.RadioList)]
    public Input<string> Nodes { get; set; } = default!;

    [Input(Description = "Several.", Options = new[] { "Sms", "Mail" }, UIHint = InputUIHints.CheckList)]
    public Input<string[]> Channels { get; set; } = default!;

    [Input(Description = "A document.", UIHint = InputUIHints.JsonEditor)]
    public Input<string> Document { get; set; } = default!;

    [Input(Description = "A script.", UIHint = InputUIHints.CodeEditor)]
    public Input<string> Script { get; set; } = default!;

    [Input(Description = "A moment.", UIHint = InputUIHints.DateTimePicker)]
    public Input<DateTime> At { get; set; } = default!;

    [Input(Description = "A secret.", CanContainSecrets = true)]
    public Input<string> ApiKey { get; set; } = default!;

    [Input(Description = "A vehicle.", UIHint = InputUIHints.DropDown, UIHandler = typeof(VehicleOptions))]
    public Input<string> Vehicle { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context)
    {
        context.SetVariable("Stage", Stage.Get(context));
        context.WriteLine($"{DebugMode.Get(context)} {context.GetVariable<string>("Stage")}");
    }
}
