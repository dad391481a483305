using System.Text.Encodings.Web;
using System.Text.Json;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>
/// The JSON of Label Studio: a list of tasks, an image each, with an annotation by each rater whose results are choices named after findings
/// (and "side: FINDING"), a text area "note", and the choice "invalid". Holds first ratings of images to be rated.
/// </summary>
public static class LabelStudioFormat
{
    private const string SidePrefix = "side: ";
    private const string Invalid = "invalid";
    private const string Note = "note";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all completed first ratings, in the order of images.</summary>
    public static void Write(CampaignReader reader, Stream stream)
    {
        var outline = reader.Outline();
        using var json = new Utf8JsonWriter(stream, Form);
        json.WriteStartArray();
        var open = default((string Dataset, string Image)?);
        foreach (var answers in AnswerRows.Read(reader, outline, AnswerRows.ByImage).Where(each => each is { Pool: ImagePool.Main, Occurrence: 0 }))
        {
            if (open != (answers.Dataset, answers.Image))
            {
                if (open is not null) End(json);
                Begin(json, answers);
                open = (answers.Dataset, answers.Image);
            }

            WriteAnnotation(json, answers, outline.Plan);
            if (json.BytesPending > 1 << 16) json.Flush();
        }

        if (open is not null) End(json);
        json.WriteEndArray();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads what <see cref="Write"/> wrote, or what Label Studio exports of such a project.</summary>
    /// <exception cref="NeatxException">It is not such a file.</exception>
    public static IEnumerable<ImageAnswers> Read(Stream stream, string name, CampaignPlan plan)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(stream);
        }
        catch (JsonException error)
        {
            throw new NeatxException($"{name} is not JSON: {error.Message} Export the project from Label Studio as JSON again.", error);
        }

        using (document)
        {
            var number = 0;
            foreach (var task in document.RootElement.EnumerateArray())
            {
                number++;
                foreach (var annotation in task.GetProperty("annotations").EnumerateArray()) yield return Answers(task.GetProperty("data"), annotation, plan, $"{name}, task {number}");
            }
        }
    }

    private static void Begin(Utf8JsonWriter json, ImageAnswers answers)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("image", answers.Image);
        json.WriteString("dataset", answers.Dataset);
        json.WriteEndObject();
        json.WriteStartArray("annotations");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, ImageAnswers answers, CampaignPlan plan)
    {
        json.WriteStartObject();
        json.WriteString("completed_by", answers.Rater);
        json.WriteStartArray("result");
        for (var index = 0; index < plan.Findings.Count; index++)
        {
            var finding = plan.Findings[index].Name;
            if (answers.Grades[index] != Rating.Missing) WriteResult(json, finding, "choices", answers.Grades[index].ToString());
            if (answers.Sides[index].Word() is { } side) WriteResult(json, SidePrefix + finding, "choices", side);
        }

        if (answers.Invalid is { } reason) WriteResult(json, Invalid, "choices", reason);
        if (answers.Note is { } note) WriteResult(json, Note, "textarea", note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string from, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("from_name", from);
        json.WriteString("to_name", "image");
        json.WriteString("type", type);
        json.WriteStartObject("value");
        json.WriteStartArray(type == "choices" ? "choices" : "text");
        json.WriteStringValue(value);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ImageAnswers Answers(JsonElement data, JsonElement annotation, CampaignPlan plan, string place)
    {
        var (grades, sides) = (new Rating[plan.Findings.Count], new Side[plan.Findings.Count]);
        string? invalid = null, note = null;
        foreach (var result in annotation.GetProperty("result").EnumerateArray())
        {
            var from = result.GetProperty("from_name").GetString()!;
            var value = result.GetProperty("value").EnumerateObject().First().Value[0].GetString()!;
            var finding = plan.IndexOf(from.StartsWith(SidePrefix, StringComparison.Ordinal) ? from[SidePrefix.Length..] : from);
            var isGood = (from, finding) switch
            {
                (Invalid, _) => (invalid = InvalidReason.All.FirstOrDefault(reason => reason == value)) is not null,
                (Note, _) => (note = value) is not null,
                (_, < 0) => false,
                _ when from.StartsWith(SidePrefix, StringComparison.Ordinal) => Sides.TryParse(value, out sides[finding]),
                _ => Rating.TryParse(value, out grades[finding]) && grades[finding].IsGrade,
            };
            if (!isGood) throw new NeatxException($"{place}: '{value}' of '{from}' is nothing that the campaign asks for. Correct it and import again; nothing was imported.");
        }

        return new ImageAnswers
        {
            Dataset = data.GetProperty("dataset").GetString()!,
            Image = data.GetProperty("image").GetString()!,
            Rater = annotation.GetProperty("completed_by").ToString(),
            Grades = grades,
            Sides = sides,
            Invalid = invalid,
            Note = note,
        };
    }
}
