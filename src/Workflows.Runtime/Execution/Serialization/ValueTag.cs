namespace Workflows.Runtime.Execution.Serialization;

/// <summary>The kinds of stored values. The numbers are in databases: add, never change.</summary>
internal enum ValueTag : byte
{
    Null = 0,
    True = 1,
    False = 2,
    Int32 = 3,
    Int64 = 4,
    Double = 5,
    Decimal = 6,
    Text = 7,
    Instant = 8,
    DateTime = 9,
    TimeSpan = 10,
    Guid = 11,
    Bytes = 12,
    List = 13,
    Dictionary = 14,
    Json = 15,
    Single = 16,
    JsonElement = 17,
}
