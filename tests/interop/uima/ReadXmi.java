import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FSIterator;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Reads XMI files as any UIMA pipeline does and tells what it found: {@code java ReadXmi.java TypeSystem.xml a.xmi b.xmi …}.
 * JSON lines, in this order for each file: the file with its text, then every indexed feature structure with its features; a reference is
 * told as the {@code id} feature of what it points at.
 */
public class ReadXmi {
  public static void main(String[] arguments) throws Exception {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), false);
    TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(arguments[0]));
    types.resolveImports();
    for (int index = 1; index < arguments.length; index++) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (InputStream in = new FileInputStream(arguments[index])) {
        XmiCasDeserializer.deserialize(in, cas, false);
      }
      tell(arguments[index], cas, out);
    }
    out.flush();
    if (out.checkError()) throw new java.io.IOException("the answer could not be written");
  }

  private static void tell(String file, CAS cas, Writer out) throws java.io.IOException {
    out.write("{\"file\":" + quoted(file) + ",\"text\":" + quoted(cas.getDocumentText()) + ",\"language\":" + quoted(cas.getDocumentLanguage()) + "}\n");
    TypeSystem types = cas.getTypeSystem();
    FSIterator<FeatureStructure> all = cas.getIndexRepository().getAllIndexedFS(types.getTopType());
    while (all.hasNext()) tell(all.next(), types, out);
  }

  private static void tell(FeatureStructure structure, TypeSystem types, Writer out) throws java.io.IOException {
    Type type = structure.getType();
    StringBuilder line = new StringBuilder("{\"type\":" + quoted(type.getName()));
    if (types.subsumes(types.getType(CAS.TYPE_NAME_ANNOTATION), type)) {
      AnnotationFS annotation = (AnnotationFS) structure;
      line.append(",\"begin\":" + annotation.getBegin() + ",\"end\":" + annotation.getEnd() + ",\"covered\":" + quoted(annotation.getCoveredText()));
    }
    line.append(",\"features\":{");
    String comma = "";
    for (Feature feature : type.getFeatures()) {
      String value = valueOf(structure, feature);
      if (value == null || feature.getName().startsWith("uima.")) continue;
      line.append(comma + quoted(feature.getShortName()) + ":" + value);
      comma = ",";
    }
    out.write(line + "}}\n");
  }

  private static String valueOf(FeatureStructure structure, Feature feature) {
    if (feature.getRange().isPrimitive()) {
      String value = structure.getFeatureValueAsString(feature);
      return value == null ? null : quoted(value);
    }
    FeatureStructure target = structure.getFeatureValue(feature);
    if (target == null || target instanceof ArrayFS) return null;
    Feature id = target.getType().getFeatureByBaseName("id");
    return id == null ? null : quoted(target.getStringValue(id));
  }

  /** A JSON string of ASCII alone. */
  private static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder json = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit == '"' || unit == '\\') json.append('\\').append(unit);
      else if (unit >= 0x20 && unit < 0x7f) json.append(unit);
      else json.append(String.format("\\u%04x", (int) unit));
    }
    return json.append('"').toString();
  }
}
