using Workflows.Runtime.Execution;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>What went wrong: a code and a message. There is no stack: it would tell strangers about the machine, and authors nothing.</summary>
internal sealed record ExceptionState(string Type, string Message, string StackTrace)
{
    public static ExceptionState From(Incident incident) => new(incident.Code, incident.Message, StackTrace: "");
}
