using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Service;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Contacts;

/// <summary>How blocks tell what happened: the event is kept with the turn, and wakes the contact's journeys behind it.</summary>
internal static class EventTelling
{
    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The data of an event.</summary>
    public static string Write(object data) => JsonSerializer.Serialize(data, Writing);

    /// <summary>Tells one of several events that a block tells in one go; the same however often the turn is repeated.</summary>
    public static void Tell(this ActivityExecutionContext context, string source, string type, int number, object data)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"{type}:{number}");
        context.Tell(source, StableId.Of(context.EffectKey(suffix)).ToString("N"), type, suffix, data);
    }

    /// <summary>Tells an event.</summary>
    /// <param name="context">The run.</param>
    /// <param name="source">Who tells it.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="type">What happened.</param>
    /// <param name="suffix">Tells it apart from what else the block tells.</param>
    /// <param name="data">The rest.</param>
    public static void Tell(
        this ActivityExecutionContext context,
        string source,
        string id,
        string type,
        string suffix,
        object data
    )
    {
        var contact = context.Contact();
        var told = new ContactEvent(source, id, type, context.Now, contact.Identities, Write(data));
        context.Emit(new EventTold(context.EffectKey(suffix), contact.Id, told));
        context.Emit(
            new TellSubject(
                context.EffectKey($"{suffix}:wake"),
                ContactStimulus.For(told) with
                {
                    Payload = Encoding.UTF8.GetString(ContactEventJson.Write(told)),
                }
            )
        );
    }
}
